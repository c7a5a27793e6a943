// My list: what is left to do in which order, what is done, and the list as a file.

import {find, findAll, make, makeButton, say} from './dom.js';
import {prepareFill} from './fill.js';
import {readList, readWhole, ticked, unticked, writeWhole} from './kept.js';
import {isSound, soundList} from './list.js';
import {load, toFile} from './listfile.js';
import {remember} from './memory.js';
import {changeList} from './mine.js';
import {moment, today} from './moments.js';
import {data, language, tell} from './page.js';
import {rememberedRegion} from './reader.js';
import {bySlug, makeTicks, showRows, showTicks} from './rows.js';
import {follow, LIST, ORDER, READER, read, warn, write} from './store.js';
import {add, divide, mergeLists, rename} from './worklist.js';

const progress = find('[data-progress]');
const notice = find('[data-notice]');
const region = rememberedRegion(show);
const parts = Object.fromEntries(findAll('[data-part]').map(part => [part.dataset.part, part]));
const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {dateStyle: 'long', timeZone: 'UTC'});

const soundOnes = () => soundList(readList());

function show() {
  showRows(region());
  const list = soundOnes();
  const place = focused();
  const divided = divide(
    list,
    slug => bySlug.get(slug)?.shown,
    slug => bySlug.get(slug)?.version,
  );
  for (const [id, members] of Object.entries(divided)) {
    find('ul', parts[id]).replaceChildren(...members.map(member => makeRow(id, member)));
    parts[id].hidden = !members.length;
  }
  const order = divided['to-do'].map(one => one.slug);
  if (keeps() && String(read(ORDER)) !== String(order)) write(ORDER, order);
  showProgress(divided.done.length, divided['to-do'].length + divided.done.length, Object.keys(list).length);
  showTicks();
  refocus(place);
}

function showProgress(done, total, all) {
  if (total) {
    const bar = make('progress', {max: total, value: done, ariaLabel: tell('done')});
    progress.replaceChildren(bar, make('span', {textContent: tell('progress', {done, number: total})}));
  } else progress.textContent = tell(all ? 'nothing-to-do' : 'nothing-ticked');
  document.body.classList.toggle('in-use', all > 0);
  for (const one of findAll('[data-save], [data-clear]')) one.disabled = !all;
}

function makeRow(id, {slug, one, changed}) {
  const row = bySlug.get(slug);
  const item = make('li');
  if (!row) {
    const remove = makeButton(tell('remove', {name: slug}), () => forget(slug), 'small');
    item.append(make('b', {textContent: slug}), remove);
    return item;
  }
  item.append(row.link.cloneNode(true));
  if (id !== 'nothing') item.append(makeDone(row, id === 'done'));
  if (id !== 'done') item.append(row.chip.cloneNode(true));
  if (id === 'to-do') item.append(row.cost.cloneNode(true));
  if (id === 'done')
    item.append(make('small', {textContent: tell('done-on', {date: dates.format(new Date(one.done))})}));
  if (changed) item.append(...makeChanged(row));
  return item;
}

function makeDone({slug, name}, checked) {
  const tick = make('input', {type: 'checkbox', checked, ariaLabel: tell('is-done', {name})});
  tick.onchange = () => mark(slug, name, tick.checked);
  const label = make('label', {className: 'tick', textContent: tell('done')});
  label.append(tick);
  return label;
}

function makeChanged({slug, name, version}) {
  const see = ({was, ...one}) => ({...one, version});
  const seen = makeButton(tell('seen'), () => edit(list => Object.assign(list, {[slug]: see(list[slug])})), 'small');
  seen.ariaLabel = tell('seen-of', {name});
  return [make('small', {className: 'changed', textContent: tell('changed')}), seen];
}

// Change what is sound of the list, and keep only that; gives what it was before.
function edit(act) {
  const before = soundOnes();
  changeList(list => {
    for (const slug of Object.keys(list)) delete list[slug];
    act(Object.assign(list, before));
  });
  remember();
  show();
  return before;
}

function mark(slug, name, isDone) {
  const {version} = bySlug.get(slug);
  edit(list => {
    const one = list[slug] ?? {added: today()};
    list[slug] = isDone ? ticked(one, today(), version) : unticked(one);
  });
  say(`${tell(isDone ? 'now-done' : 'now-to-do', {name})} ${progress.textContent}`);
}

function forget(slug) {
  const before = edit(list => {
    delete list[slug];
  });
  offerUndo(tell('removed', {name: slug}), () => edit(list => add(list, before)));
}

// Nothing stays behind, not even that something was removed.
function clear() {
  const before = readWhole();
  writeWhole({platforms: {}});
  show();
  offerUndo(tell('cleared'), () => {
    writeWhole(mergeLists(readWhole(), before));
    show();
  });
}

// What was there comes back; what was done meanwhile stays.
function offerUndo(text, act) {
  const undo = () => {
    act();
    notice.replaceChildren();
    say(tell('undone'));
    find('h2', parts['to-do']).focus();
  };
  notice.replaceChildren(`${text} `, makeButton(tell('undo'), undo, 'small'));
  say(text);
}

function inform(text) {
  notice.textContent = text;
  say(text);
}

// Ticking moves a row to another part: the focus stays where the work goes on.
function focused() {
  const item = document.activeElement.closest('[data-part] li');
  if (!item) return null;
  const list = item.parentElement;
  return {list, place: [...list.children].indexOf(item), control: document.activeElement.localName};
}

function refocus(before) {
  if (!before) return;
  const item = before.list.children[before.place] ?? before.list.lastElementChild;
  const control = item && (find(before.control, item) ?? find('input, button, a', item));
  (control ?? find('h2', parts['to-do'])).focus();
}

// The list as a file

// With where its reader is, if this page knows it better than the list.
function wholeWithRegion() {
  const {reader, ...whole} = readWhole();
  const code = region();
  const isNews = code && code !== reader?.region;
  const now = isNews ? {...reader, region: code, at: moment()} : reader;
  return {...(now && {reader: now}), ...whole};
}

function save() {
  const address = URL.createObjectURL(new Blob([toFile(wholeWithRegion())], {type: 'application/json'}));
  make('a', {href: address, download: `my-list-${today()}.json`}).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

async function take(file) {
  const {wrong, ...list} = await load(file);
  if (wrong) return inform(`${tell(wrong, {file: file.name})} ${tell('nothing-changed')}`);
  const before = soundOnes();
  writeWhole(mergeLists(readWhole(), list));
  takeRegion(list.reader);
  moveRenamed();
  show();
  const slugs = Object.keys(list.platforms);
  const fresh = slugs.filter(slug => !Object.hasOwn(before, slug)).length;
  return inform(tell('loaded', {number: slugs.length, file: file.name, fresh}));
}

// Where somebody said in a terminal that they are, unless they said it here.
function takeRegion(reader) {
  if (region() || typeof reader?.region !== 'string') return;
  const select = find('[data-region]');
  select.value = reader.region;
  if (select.selectedIndex < 0) select.value = '';
  else write(READER, {...read(READER), region: reader.region});
}

// Puts platforms on the list, and says how many are new.
function put(slugs) {
  const before = edit(list => {
    for (const slug of slugs) list[slug] ??= {added: today()};
  });
  return slugs.filter(slug => !Object.hasOwn(before, slug)).length;
}

// What was ticked under a former name.
function moveRenamed() {
  if (rename(soundOnes(), data.renamed)) edit(list => rename(list, data.renamed));
}

// Whether anything can be kept at all.
function keeps() {
  try {
    localStorage.setItem('optout.test', '1');
    localStorage.removeItem('optout.test');
    return true;
  } catch {
    return false;
  }
}

prepareFill(put, inform);
find('[data-save]').onclick = save;
find('[data-print]').onclick = () => print();
find('[data-clear]').onclick = clear;
find('[data-load]').onchange = async ({target}) => {
  if (target.files.length) await take(target.files[0]);
  target.value = '';
};

if (!keeps()) warn();
else if (!isSound(read(LIST))) inform(tell('damaged'));
makeTicks(() => edit(() => {}));
moveRenamed();
show();
follow(LIST, show);
