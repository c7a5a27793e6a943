// Pages with lists: search as one types, filters, the reader's region and ticks, and the view in the address, so that it can
// be linked and come back to.

import {makeCopy} from './copy.js';
import {find, findAll} from './dom.js';
import {openHits, showHits} from './hits.js';
import {readList} from './kept.js';
import {LIST} from './keys.js';
import {soundList} from './list.js';
import {remember} from './memory.js';
import {language, tell} from './page.js';
import {rememberedRegion} from './reader.js';
import {inOrder, makeTick, makeTicks, rows, showRows, showTicks} from './rows.js';
import {follow} from './store.js';

const form = find('[data-find-form]');
const main = find('main');
const named = ['q', 'category', 'status'].map(name => [name, find(`#${name}`)]);
const fields = Object.fromEntries(named.filter(([, field]) => field));
const found = find('[data-found]');
const hits = find('[data-hits]');
const without = find('[data-without]');
const whole = find('[data-whole]');
const only = whole?.dataset.only;
const groups = findAll('.group');
const region = rememberedRegion(show);
makeCopy(found, tell('copy-view'), viewAddress);
const share = found.nextElementSibling;
share.dataset.share = '';

let all = null;
let opening = null;

function load() {
  opening ??= openHits(form.dataset.root, language).then(
    opened => {
      all = opened;
      if (fields.q.value) show();
    },
    () => {
      opening = null;
      found.textContent = tell('no-index');
    },
  );
  return opening;
}

function view() {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value.trim()]));
}

function show() {
  const {q, category, status} = view();
  showRows(region());
  const isAmong = one => (!category || one.category === category) && (!status || one.shown.status.id === status);
  const isFiltered = Boolean(category || status);
  const isAsked = Boolean(q && all);
  if (q && !all) load();
  main.classList.toggle('asking', isAsked);
  main.classList.toggle('filtered', isFiltered);
  hits.hidden = without.hidden = !isAsked;
  found.textContent = '';
  share.hidden = !(q || isFiltered) || !viewAddress();
  if (isAsked) showFound(q, isFiltered ? one => one.slug && isAmong(one) : null);
  else arrange(isAmong, isFiltered);
}

// `isAmong` says which of the hits are shown, if not all of them are.
function showFound(q, isAmong) {
  const {names, isNear} = all.find(q);
  const hit = name => all.hit(name, region());
  const among = isAmong ? names.filter(name => isAmong(hit(name))) : names;
  const list = readList();
  showHits(find('ul', hits), find('[data-more]'), among, name => {
    const one = hit(name);
    const item = all.row(one);
    if (one.slug) find('a', item).after(makeTick({slug: one.slug, name: one.title}, list, chosen));
    return item;
  });
  without.hidden = among.length > 0;
  hits.hidden = !among.length;
  if (!among.length) found.textContent = tell('nothing-found');
  else if (isNear) found.textContent = tell('did-you-mean', {typed: q, name: hit(among[0]).title});
  else found.textContent = tell('hits', {number: among.length});
}

// Under their headings, what needs action first; those of a filter unfolded.
function arrange(isAmong, isFiltered) {
  const isShown = row => isAmong(row) && (!only || row.shown.status.id === only);
  for (const row of region() ? [...rows].sort(inOrder) : rows) {
    row.item.hidden = !isShown(row);
    row.home.append(row.item);
  }
  const listed = rows.filter(row => whole?.contains(row.home));
  for (const group of groups) {
    const number = findAll('li:not([hidden])', group).length;
    group.hidden = !number;
    if (group.matches('details')) group.open = isFiltered;
    for (const one of findAll('[data-number]', group)) one.textContent = number;
  }
  for (const one of findAll('[data-legend]')) {
    const number = listed.filter(row => row.shown.status.id === one.dataset.legend).length;
    if (whole) find('b', one).textContent = number;
    else find('b', one).hidden = Boolean(region());
  }
  const number = listed.filter(row => !row.item.hidden).length;
  if (isFiltered) found.textContent = tell(number ? 'found' : 'nothing-found', {found: number, number: listed.length});
}

// The view is kept in the address: it can be linked, and somebody who comes back finds it again.
function keepView() {
  const text = new URLSearchParams(Object.entries(view()).filter(([, value]) => value)).toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

// What is searched for or filtered by, as a link for others; none where a page in a folder leads nobody.
function viewAddress() {
  const published = find('link[rel=canonical]')?.href ?? (location.protocol.startsWith('http') ? location.href : '');
  return published && published.split(/[?#]/)[0] + location.search;
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

function listChanged() {
  showTicks();
  showCount();
}

function chosen() {
  listChanged();
  remember();
}

function showCount() {
  const mine = Object.keys(soundList(readList())).length;
  find('[data-count]').hidden = !mine;
  find('[data-mine]').textContent = ` (${mine})`;
}

const links = () => findAll(main.matches('.asking') ? '[data-hits] li > a' : '[data-list] li:not([hidden]) > a');

form.addEventListener('input', changed);
fields.q.addEventListener('focus', load);
form.addEventListener('submit', event => {
  event.preventDefault();
  if (fields.q.value.trim()) load().then(() => main.matches('.asking') && links()[0]?.click());
});

// A slash leads to the search, Escape empties it, and the arrows lead through what was found.
addEventListener('keydown', event => {
  const {key, target} = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = {ArrowDown: 1, ArrowUp: -1}[key];
  const seen = step ? links().filter(one => one.checkVisibility()) : [];
  const place = target === fields.q ? -1 : seen.indexOf(target);
  const within = target === fields.q || hits.contains(target);
  if (key === '/' && !target.matches('input:not([type=checkbox]), select, textarea')) fields.q.focus();
  else if (key === 'Escape' && fields.q.value && within) {
    fields.q.value = '';
    changed();
    fields.q.focus();
  } else if (step && (target === fields.q || place >= 0)) (seen[place + step] ?? fields.q).focus();
  else return;
  event.preventDefault();
});

recallView();
makeTicks(chosen);
listChanged();
show();
follow(LIST, listChanged);
