// The home page: search as one types, filters, and the view in the address, so that it can be linked and come back to.

import {find, findAll, make} from './dom.js';
import {soundList} from './list.js';
import {readList} from './mine.js';
import {tell} from './page.js';
import {rememberedRegion} from './reader.js';
import {inOrder, makeTicks, rows, showRows, showTicks} from './rows.js';
import {search} from './search.js';
import {follow, LIST} from './store.js';

const form = find('[data-find-form]');
const fields = {q: find('#q'), category: find('#category'), status: find('#status')};
const found = find('[data-found]');
const hits = find('[data-hits]');
const aside = findAll('.legend, .jump, [data-former]');
const sections = findAll('[data-list] .group');
const region = rememberedRegion(show);

function view() {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value.trim()]));
}

function show() {
  const {q, category, status} = view();
  showRows(region());
  const among = rows.filter(
    row => (!category || row.category === category) && (!status || row.shown.status.id === status),
  );
  const {exact, similar} = q ? search(among, q, inOrder) : {exact: among, similar: []};
  const shown = [...exact, ...similar];
  arrange(shown, Boolean(q));
  for (const one of aside) one.hidden = Boolean(q || category || status);
  for (const one of findAll('[data-legend]')) {
    find('b', one).textContent = rows.filter(row => row.shown.status.id === one.dataset.legend).length;
  }
  describe(q, shown, similar);
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
  if (ranked) find('ul', hits).append(...shown.map(row => row.item));
}

function describe(q, shown, similar) {
  if (similar.length) found.textContent = tell('did-you-mean', {typed: q, name: similar[0].name});
  else if (shown.length === rows.length) found.textContent = tell('platforms', {number: rows.length});
  else if (shown.length) found.textContent = tell('found', {found: shown.length, number: rows.length});
  else {
    const add = make('a', {href: found.dataset.add, textContent: tell('how-to-add')});
    found.replaceChildren(`${tell('nothing-found')} `, add);
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
form.addEventListener('submit', event => {
  event.preventDefault();
  if (fields.q.value.trim()) links()[0]?.click();
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
makeTicks(showCount);
showTicks();
showCount();
show();
follow(LIST, () => {
  showTicks();
  showCount();
});
