// The home page: search as one types, filters, and the view in the address, so that it can be linked and come back to.

import {find, findAll, make} from './dom.js';
import {soundList} from './list.js';
import {readList} from './kept.js';
import {remember} from './memory.js';
import {data, tell} from './page.js';
import {rememberedRegion} from './reader.js';
import {bySlug, inOrder, makeTicks, rows, showRows, showTicks} from './rows.js';
import {openIndex} from './search.js';
import {follow, LIST} from './store.js';

const form = find('[data-find-form]');
const fields = {q: find('#q'), category: find('#category'), status: find('#status')};
const found = find('[data-found]');
const hits = find('[data-hits]');
const aside = findAll('.legend, .jump, [data-former]');
const sections = findAll('[data-list] .group');
const region = rememberedRegion(show);

// The index is loaded once somebody searches: a script, because a page in a folder on the disk can load nothing else.
let search = null;
let loading = null;

function loadIndex() {
  loading ??= new Promise((loaded, failed) => {
    document.head.append(make('script', {src: form.dataset.index, onload: loaded, onerror: failed}));
  }).then(
    () => {
      search = openIndex(globalThis.optoutIndex);
      if (fields.q.value) show();
    },
    () => {
      found.textContent = tell('no-index');
    },
  );
  return loading;
}

function view() {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value.trim()]));
}

function show() {
  const {q, category, status} = view();
  showRows(region());
  const isAmong = row => (!category || row.category === category) && (!status || row.shown.status.id === status);
  const asked = q && search ? search(q) : null;
  if (q && !search) loadIndex();
  const groups = asked && !category && !status ? data.groups : {};
  const hitsFound = asked?.found.map(name => bySlug.get(name) ?? groups[name]).filter(Boolean) ?? rows;
  const shown = hitsFound.filter(one => !one.slug || isAmong(one));
  arrange(shown, Boolean(asked));
  for (const one of aside) one.hidden = Boolean(q || category || status);
  for (const one of findAll('[data-legend]')) {
    find('b', one).textContent = rows.filter(row => row.shown.status.id === one.dataset.legend).length;
  }
  describe(q, shown, asked?.isNear);
}

// With something to search for, one ranked list; else under the headings, what needs action first.
function arrange(shown, ranked) {
  const some = new Set(shown);
  for (const row of region() ? [...rows].sort(inOrder) : rows) {
    row.item.hidden = !some.has(row);
    row.home.append(row.item);
  }
  for (const group of sections) {
    const count = findAll('li:not([hidden])', group).length;
    group.hidden = !count;
    find('small', group).textContent = count;
  }
  find('[data-list]').hidden = ranked;
  hits.hidden = !ranked;
  find('ul', hits).replaceChildren(...(ranked ? shown.map(one => one.item ?? groupItem(one)) : []));
}

function groupItem({title, link, said}) {
  const item = make('li', {className: 'more'});
  item.append(make('a', {href: link, textContent: title}), ' ', make('small', {textContent: said}));
  return item;
}

function describe(q, shown, isNear) {
  const platforms = shown.filter(one => one.slug).length;
  if (isNear && shown.length)
    found.textContent = tell('did-you-mean', {typed: q, name: shown[0].name ?? shown[0].title});
  else if (platforms === rows.length) found.textContent = tell('platforms', {number: rows.length});
  else if (shown.length) found.textContent = tell('found', {found: platforms, number: rows.length});
  else {
    const without = make('a', {href: found.dataset.without, textContent: tell('without-guide')});
    found.replaceChildren(`${tell('nothing-found')} `, without);
  }
}

// The view is kept in the address: it can be linked, and somebody who comes back finds it again.
function keepView() {
  const text = new URLSearchParams(Object.entries(view()).filter(([, value]) => value)).toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

function recallView() {
  const kept = new URLSearchParams(location.search);
  for (const [key, field] of Object.entries(fields)) {
    field.value = kept.get(key) ?? '';
    if (field.selectedIndex < 0) field.value = '';
  }
}

function changed() {
  keepView();
  show();
}

function showCount() {
  const mine = Object.keys(soundList(readList())).length;
  find('[data-mine]').textContent = mine ? ` (${mine})` : '';
}

const links = () => findAll('[data-hits]:not([hidden]) li > a, [data-list]:not([hidden]) li:not([hidden]) > a');

form.addEventListener('input', changed);
fields.q.addEventListener('focus', loadIndex);
form.addEventListener('submit', event => {
  event.preventDefault();
  if (fields.q.value.trim()) loadIndex().then(() => links()[0]?.click());
});

// A slash leads to the search, Escape empties it, and the arrows lead through what was found.
addEventListener('keydown', event => {
  const {key, target} = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = {ArrowDown: 1, ArrowUp: -1}[key];
  const place = target === fields.q ? -1 : links().indexOf(target);
  const within = target === fields.q || place >= 0;
  if (key === '/' && !target.matches('input:not([type=checkbox]), select, textarea')) fields.q.focus();
  else if (key === 'Escape' && fields.q.value && within) {
    fields.q.value = '';
    changed();
    fields.q.focus();
  } else if (step && within) (links()[place + step] ?? fields.q).focus();
  else return;
  event.preventDefault();
});

recallView();
makeTicks(() => {
  showCount();
  remember();
});
showTicks();
showCount();
show();
follow(LIST, () => {
  showTicks();
  showCount();
});
