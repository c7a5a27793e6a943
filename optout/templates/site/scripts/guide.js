// A guide: only what holds for the reader, texts to copy, how old it is, and its place on the reader's list.
// Whoever has told nothing of themselves sees what the page shows without it, so that nothing moves.

import {viewOf} from './choice.js';
import {makeCopy} from './copy.js';
import {find, findAll, make, makeButton, say, showStatus} from './dom.js';
import {readList} from './kept.js';
import {LIST, ORDER, READER} from './keys.js';
import {data, tell} from './page.js';
import {rememberedDevice, rememberedRegion} from './reader.js';
import {follow, read} from './store.js';

const article = find('[data-guide]');
const all = selector => findAll(selector, article);
const region = rememberedRegion(choose);
const device = find('[data-device]');
rememberedDevice(choose);
let everything = false;

for (const one of all('pre')) makeCopy(one, tell('copy'));
for (const one of all('.opens a')) {
  const [address, mail] = /^mailto:([^?]*)|.*/.exec(one.getAttribute('href'));
  makeCopy(one, tell('copy-address'), () => (mail ? decodeURIComponent(mail) : address));
}

// The parts that ways to refuse are shown in, those of the best one first. Which way stands in which is chosen.
const parts = all('[data-ways]');
const ways = all('[data-way]');
const lead = find('[data-lead]', article) ?? make('p');
const heading = find('[data-ways] h2', article);
const usual = heading?.textContent;
const variants = all('[data-for]');
const own = make('p');
const verdict = find('.verdict', article);
const elsewhere = make('b');
find('.name', article).after(own);
verdict.prepend(elsewhere);
const note = find('[data-hidden-note]', article);
const buttons = find('.mine', article) ?? make('p');

// What one does with the list stands where the steps end.
function arrange(order, said, title) {
  for (const one of ways) one.hidden = true;
  parts.forEach((part, place) => {
    const shown = order[place].map(number => ways[number]);
    for (const one of shown) one.hidden = false;
    part.append(...shown);
    part.hidden = !shown.length;
    if (place) return;
    if (shown.length) find('.go', shown.at(-1)).append(buttons);
    else part.after(buttons);
    lead.textContent = said ?? '';
    heading.textContent = title ?? usual;
    if (said) heading.after(lead);
    else lead.remove();
  });
}

// The sentence that says why the status is another than everybody's. Where nothing is known, that is the verdict, and
// what is usually said is what holds elsewhere.
function showOwn(number, unknown) {
  const said = find(`[data-difference="${number}"]`, article)?.cloneNode(true).childNodes ?? [];
  own.replaceChildren(...(unknown ? [unknown] : said));
  own.hidden = !own.textContent;
  own.className = unknown ? 'verdict' : 'shown';
  verdict.className = unknown ? 'shown' : 'verdict';
  elsewhere.textContent = unknown && data.views.elsewhere;
}

function showNote() {
  const number = [...variants, ...ways].filter(one => one.hidden).length;
  const none = ways.length && ways.every(one => one.hidden);
  note.replaceChildren(number ? `${none ? tell('none-meant') : ''} ${tell('hidden', {number})} ` : '');
  if (number || everything) note.append(makeButton(tell(everything ? 'only-mine' : 'show-all'), toggle));
}

function choose() {
  const view = viewOf(data.views, everything ? '' : region(), everything ? 0 : device.selectedIndex);
  arrange(view.ways, view.lead, view.title);
  for (const one of variants) one.hidden = view.hidden.includes(one.dataset.for);
  for (const one of all('details:has(> ul)')) one.hidden = !find(':scope > ul > li:not([hidden])', one);
  showStatus(find('.status', article), view.status);
  showOwn(view.own, view.unknown);
  showNote();
}

function toggle() {
  everything = !everything;
  choose();
  find('button', note).focus();
}

// By the reader's clock; the page itself says only on which day it was checked.
function showAge() {
  const checked = find('.checked', article);
  const number = Math.round((Date.now() - Date.parse(find('time', checked).dateTime)) / 2.63e9);
  if (number > 5) checked.append(` ${tell('old', {number})}`);
}

const {guide, version} = article.dataset;
let {tags} = article.dataset;
const tick = find('[data-tick]', article);
const adding = tick?.textContent;
const done = find('[data-done]', article);
const next = find('[data-next]', article);

function showList() {
  const list = readList();
  const mine = list[guide];
  const left = [read(ORDER)].flat().find(slug => slug !== guide && list[slug] && !list[slug].done);
  next.hidden = !left;
  next.href = `${left}.html`;
  tick.textContent = mine ? tell('remove-from-list') : adding;
  const said = mine?.done && mine.version !== version ? 'done-before' : 'done';
  done.ariaPressed = Boolean(mine?.done) && said === 'done';
  done.textContent = tell(said);
}

const here = document.currentScript.src;

function run(name, onload, does) {
  const script = make('script', {src: new URL(name, here), async: false, onload});
  script.dataset.does = does;
  document.head.append(script);
}

const edit = does => run('tick.js', showList, does);

// Who has a screen in another language gets its labels; from then on that script follows what is chosen.
function showLabels() {
  const screen = read(READER)?.screen ?? navigator.language;
  if (tags?.includes(`${screen}`.slice(0, 2))) tags = run('screen.js');
}

choose();
showAge();
showLabels();
follow(READER, showLabels);
if (tick) {
  showList();
  follow(LIST, showList);
  tick.onclick = () => {
    if (!readList()[guide]) say(tell('put', {name: find('h1').textContent}));
    edit('list');
  };
  done.onclick = () => edit(done.ariaPressed === 'true' ? 'untick' : 'done');
}
