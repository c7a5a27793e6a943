{% include "site/site.js" %}

// A guide: only what holds for the reader, texts to copy, how old it is, and its place on the reader's list.
// It stands right after the article and runs before the first paint, so that nothing moves.

const article = find('[data-guide]');
const all = selector => findAll(selector, article);
const region = remembered('region', choose);
const device = remembered('device', choose);
let everything = false;

// The ways to refuse, and the frames they are shown in: the first is that of the best way, the others fold.
const frames = all('.best, #others ~ details');
const ways = frames.map(frame => ({
  whom: {...frame.dataset},
  title: find('h3', frame),
  body: [...frame.children].filter(part => !part.matches('h2, h3, summary')),
}));
const variants = all('li, header p').filter(({dataset}) => dataset.regions || dataset.regionsExcept);
const chip = find('.status', article);
const usual = {status: chip.classList[1], mark: chip.firstElementChild.textContent, label: chip.lastChild.data.trim()};
const own = make('p', {className: 'shown'});
find('h1', article).after(own);
const lists = all('section:has(> ul, > details)');
const note = find('[data-hidden-note]', article);

// 0: meant for this reader, 1: for everybody, 2: perhaps for this reader, 3: not for this reader.
function distance(whom) {
  if (everything || !region() && !device()) return 0;
  const held = holds(whom, region());
  const reach = whom.where?.split(' ').some(one => [device(), 'web', 'server', 'admin'].includes(one));
  if (!held || device() && reach === false) return 3;
  if (held < 1) return 2;
  return whom.regions || whom.regionsExcept ? 0 : 1;
}

// The published order of ways, as optout/guide/choose.py has it: the browser of a device comes after its apps.
function order({whom, far}) {
  const where = whom.where?.split(' ') ?? [];
  const away = region() && !everything ? far : 0;
  const browser = device() && !everything && where.length && ![device(), 'server', 'admin'].some(one => where.includes(one));
  return [Number(whom.worth), away, Number(Boolean(browser)), Number(whom.who !== 'member')];
}

function compare(one, other) {
  const [first, second] = [order(one), order(other)];
  const place = first.findIndex((part, number) => part !== second[number]);
  return place < 0 ? 0 : first[place] - second[place];
}

function arrange() {
  const sorted = ways.map(way => ({...way, far: distance(way.whom)})).sort(compare);
  frames.forEach((frame, place) => {
    const {title, body, far} = sorted[place];
    const head = frame.firstElementChild;
    frame.hidden = far > 2;
    if (frame.contains(title)) return;
    head.after(...body);
    if (place) head.append(title);
    else head.after(title);
  });
}

// The status in the reader's region, where it is another than everybody's, and the sentence that says why.
function showStatus() {
  const variant = !everything && region() && all('li[data-status]').find(one => holds(one.dataset, region()) === 1);
  const {status, mark, label} = variant?.dataset ?? usual;
  chip.className = `status ${status}`;
  chip.firstElementChild.textContent = mark;
  chip.lastChild.data = ` ${label}`;
  own.replaceChildren(...variant ? variant.cloneNode(true).childNodes : []);
  own.hidden = !variant;
}

function choose() {
  arrange();
  variants.forEach(one => one.hidden = distance(one.dataset) > 2);
  lists.forEach(one => one.hidden = !find(':scope > ul > li:not([hidden]), :scope > details:not([hidden])', one));
  showStatus();
  const hidden = [...variants, ...frames].filter(one => one.hidden).length;
  const none = frames.length && frames.every(one => one.hidden) ? 'No way to refuse is meant for what you chose. ' : '';
  note.replaceChildren();
  if (everything) note.append('Everything is shown. ', makeButton('Only what holds for me', toggle));
  else if (hidden) note.append(`${none}Hidden, as not for you: ${hidden} part${hidden > 1 ? 's' : ''}. `, makeButton('Show everything', toggle));
}

function toggle() {
  everything = !everything;
  choose();
  find('button', note).focus();
}

// What is selected is for those who must copy by hand; what is handed over is the text, letter by letter.
function makeCopy(source, text, label) {
  const handOver = event => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const copy = makeButton(label, async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(source);
      source.addEventListener('copy', handOver, {once: true});
      if (!document.execCommand('copy')) return;
    }
    copy.textContent = 'Copied';
    say('Copied');
    setTimeout(() => copy.textContent = label, 2000);
  }, 'copy');
  source.after(copy);
}

all('pre').forEach(one => makeCopy(one, one.textContent, 'Copy'));
all('.opens a').forEach(one => {
  const [address, mail] = /^mailto:([^?]*)|.*/.exec(one.getAttribute('href'));
  makeCopy(one, mail ? decodeURIComponent(mail) : address, 'Copy address');
});

// By the reader's clock; the page itself says only on which day it was checked.
const checked = find('.checked', article);
const months = Math.round((Date.now() - Date.parse(find('time', checked).dateTime)) / 2629746000);
if (months > 5) checked.append(` This was checked ${months} months ago; labels may have moved since.`);

const {guide, version} = article.dataset;
const tick = find('[data-tick]', article);
const done = find('[data-done]', article);

function showList() {
  const mine = readList()[guide];
  tick.textContent = mine ? 'Remove from my list' : 'Add to my list';
  done.hidden = !mine;
  done.ariaPressed = Boolean(mine?.done) && mine.version === version;
  done.textContent = mine?.done && mine.version !== version ? 'Done, but the guide has changed since' : 'Done';
}

function edit(act) {
  changeList(list => {
    const made = act(list[guide]);
    if (made) list[guide] = made;
    else delete list[guide];
  });
  showList();
}

choose();
if (tick) {
  showList();
  follow(LIST, showList);
  tick.onclick = () => edit(mine => !mine && {added: today()});
  done.onclick = () => edit(({added}) => done.ariaPressed === 'true' ? {added} : {added, done: today(), version});
}
