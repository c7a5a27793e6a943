{% include "site/cards.js" %}

// My list: what is left to do in which order, what is done, and the list as a file.

const spoken = iso => new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(iso));
const bySlug = new Map(rows.map(row => [row.slug, row]));
const mine = find('[data-my-list]');
const progress = find('[data-progress]');
const notice = find('[data-notice]');
const region = remembered('region', show);
const parts = Object.fromEntries(findAll('[data-part]').map(part => [part.dataset.part, part]));

// The list as it may be believed: it may come from a file, from an older page, or from anybody's hand.
function soundList(platforms) {
  const isDate = text => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(new Date(text));
  const isOne = ([slug, one]) => /^[a-z\d]+(-[a-z\d]+)*$/.test(slug) && slug.length < 100 && one && typeof one === 'object';
  const tidy = ({added, done, version}) => ({
    added: isDate(added) ? added : today(),
    ...isDate(done) && {done, version: /^[\da-f]{8}$/.test(version) ? version : ''},
  });
  const entries = Object.entries(platforms).filter(isOne).map(([slug, one]) => [slug, tidy(one)]);
  return {__proto__: null, ...Object.fromEntries(entries)};
}

// Of two records of a platform: since when it is on the list, and the later tick.
function merge(one, other) {
  if (!one) return other;
  const added = one.added < other.added ? one.added : other.added;
  const {done, version} = (other.done ?? '') > (one.done ?? '') ? other : one;
  return {added, ...done && {done, version}};
}

function add(list, other) {
  for (const [slug, one] of Object.entries(other)) list[slug] = merge(list[slug], one);
}

// What was ticked under a former name.
function moveRenamed() {
  const renamed = mine.dataset.renamed.split(' ').filter(Boolean).map(pair => pair.split('='));
  const list = readList();
  if (!renamed.some(([former]) => list[former])) return;
  changeList(platforms => renamed.forEach(([former, now]) => {
    if (platforms[former]) add(platforms, {[now]: platforms[former]});
    delete platforms[former];
  }));
}

// Whether there is anything to do, for what holds in the reader's region.
const isNeeded = ({status, steps}) => ['opt-out', 'depends'].includes(status) || status === 'no-control' && steps < 999;

function partOf(slug, one) {
  const row = bySlug.get(slug);
  if (!row) return 'gone';
  if (one.done) return 'done';
  return isNeeded(row) ? 'to-do' : 'nothing';
}

function show() {
  showStatuses(region());
  const list = soundList(readList());
  const place = focused();
  const divided = {'to-do': [], done: [], nothing: [], gone: []};
  for (const [slug, one] of Object.entries(list)) divided[partOf(slug, one)].push({slug, one, row: bySlug.get(slug)});
  const isOld = ({one, row}) => one.version !== row.version;
  divided['to-do'].sort((one, other) => effort(one.row) - effort(other.row) || one.slug.localeCompare(other.slug));
  divided.done.sort((one, other) => isOld(other) - isOld(one) || other.one.done.localeCompare(one.one.done));
  for (const [id, members] of Object.entries(divided)) {
    find('ul', parts[id]).replaceChildren(...members.map(member => makeRow(id, member)));
    parts[id].hidden = !members.length;
  }
  const total = divided['to-do'].length + divided.done.length;
  const all = Object.keys(list).length;
  if (total) {
    const bar = make('progress', {max: total, value: divided.done.length, ariaLabel: 'Done'});
    progress.replaceChildren(bar, make('span', {textContent: `${divided.done.length} of ${total} done`}));
  } else progress.textContent = all ? 'Nothing on your list needs anything from you.' : 'Nothing is ticked yet: tick what you use, below or on the page of a guide.';
  document.body.classList.toggle('in-use', all > 0);
  findAll('[data-save], [data-clear]').forEach(one => one.disabled = !all);
  showTicks();
  refocus(place);
}

function makeRow(id, {slug, one, row}) {
  const item = make('li');
  const name = row ? row.link.textContent : slug;
  if (!row) {
    item.append(make('b', {textContent: name}), makeButton(`Remove ${name}`, () => forget(slug, name), 'small'));
    return item;
  }
  const link = row.link.cloneNode(true);
  if (id === 'nothing') {
    item.append(link, row.chip.cloneNode(true));
    return item;
  }
  const tick = make('input', {type: 'checkbox', checked: id === 'done', ariaLabel: `${name} is done`});
  tick.onchange = () => mark(slug, name, tick.checked);
  const label = make('label', {className: 'tick', textContent: 'Done'});
  label.append(tick);
  item.append(link, label);
  const cost = find('small', row.item);
  if (id === 'to-do') item.append(row.chip.cloneNode(true), ...cost ? [cost.cloneNode(true)] : []);
  else item.append(make('small', {textContent: `Done on ${spoken(one.done)}`}));
  if (id === 'done' && one.version !== row.version) {
    const text = make('small', {className: 'changed', textContent: 'The guide has changed since you ticked it.'});
    item.append(text, makeButton('Seen', () => edit(list => list[slug].version = row.version), 'small'));
    item.lastChild.ariaLabel = `Seen: ${name}`;
  }
  return item;
}

// The stored list may hold nonsense beside what is changed; only what is sound is written back.
function edit(act) {
  const kept = soundList(readList());
  changeList(list => {
    Object.keys(list).forEach(slug => delete list[slug]);
    Object.assign(list, kept);
    act(list);
  });
  show();
  return kept;
}

function mark(slug, name, isDone) {
  const {version} = bySlug.get(slug);
  edit(list => list[slug] = {added: list[slug]?.added ?? today(), ...isDone && {done: today(), version}});
  say(`${name}: ${isDone ? 'done' : 'to do'}. ${progress.textContent}`);
}

function forget(slug, name) {
  offerUndo(`${name} is no longer on your list. `, edit(list => delete list[slug]));
}

// What was there comes back; what was done meanwhile stays.
function offerUndo(text, before) {
  notice.replaceChildren(text, makeButton('Undo', () => {
    edit(list => add(list, before));
    notice.replaceChildren();
    say('Undone');
    find('h2', parts['to-do']).focus();
  }, 'small'));
  say(text);
}

// Ticking moves a row to another part: the focus stays where the work goes on.
function focused() {
  const item = document.activeElement.closest('[data-part] li');
  if (!item) return null;
  const controls = findAll('a, input, button', item);
  return {list: item.parentElement, place: [...item.parentElement.children].indexOf(item), control: document.activeElement.localName};
}

function refocus(place) {
  if (!place) return;
  const item = place.list.children[place.place] ?? place.list.lastElementChild;
  const control = item && (find(place.control, item) ?? find('input, button, a', item));
  (control ?? find('h2', parts['to-do'])).focus();
}

// The list as a file

function save() {
  const text = JSON.stringify({optout: 'list', version: 1, platforms: soundList(readList())}, null, 2);
  const address = URL.createObjectURL(new Blob([`${text}\n`], {type: 'application/json'}));
  make('a', {href: address, download: `my-list-${today()}.json`}).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function parseFile(text) {
  const {optout, version, platforms} = Object(JSON.parse(text));
  if (optout !== 'list' || !platforms || typeof platforms !== 'object') throw new Error('is not a list that was saved here');
  if (version !== 1) throw new Error('was saved by a newer version of this site');
  return soundList(platforms);
}

async function load(file) {
  let loaded;
  try {
    if (file.size > 1e6) throw new Error('is too large to be a list');
    loaded = parseFile(await file.text());
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not a list that was saved here' : error.message;
    return tell(`${file.name} ${why}. Nothing was changed.`);
  }
  const before = edit(list => add(list, loaded));
  const slugs = Object.keys(loaded);
  const fresh = slugs.filter(slug => !before[slug]).length;
  return tell(`${slugs.length} platform${slugs.length === 1 ? '' : 's'} loaded from ${file.name}, ${fresh} of them new.`);
}

function keeps() {
  try {
    localStorage.setItem('optout.test', '1');
    localStorage.removeItem('optout.test');
    return true;
  } catch {
    return false;
  }
}

function tell(text) {
  notice.textContent = text;
  say(text);
}

find('[data-save]').onclick = save;
find('[data-print]').onclick = () => print();
find('[data-clear]').onclick = () => offerUndo('The list is empty now. ', edit(list => Object.keys(list).forEach(slug => delete list[slug])));
find('[data-load]').onchange = async ({target}) => {
  if (target.files.length) await load(target.files[0]);
  target.value = '';
};

makeTicks(show);
moveRenamed();
show();
find('[data-unkept]').hidden = keeps();
follow(LIST, show);
