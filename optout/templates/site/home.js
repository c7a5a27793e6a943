{% include "site/cards.js" %}

// The home page: search as one types, filters, and the view in the address, so that it can be linked and come back to.

const form = find('[data-find-form]');
const fields = {q: find('#q'), category: find('#category'), status: find('#status')};
const found = find('[data-found]');
const hits = find('[data-hits]');
const aside = findAll('.legend, .jump, [data-former]');
const sections = findAll('[data-list] .group');
const region = remembered('region', show);

// Letters without their accents, in lower case.
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

rows.forEach(row => {
  row.find = row.item.dataset.find.split('|').map(fold);
  row.name = fold(row.link.textContent);
});

// The host of a pasted address; nothing if it is none.
function hostOf(text) {
  return /^(?:[a-z]+:\/\/)?(?:www\.)?([^\s\/:?#@]+\.[^\s\/:?#@.]+)(?::\d+)?(?:[\/?#]\S*)?$/.exec(text)?.[1];
}

// How well a name fits, 0 best: all of it, its beginning, the beginning of a word in it, anywhere inside.
function closeness(name, wanted) {
  const place = name.indexOf(wanted);
  if (place < 0) return Infinity;
  if (!place) return name === wanted ? 0 : 1;
  if (!/[\p{L}\p{N}]/u.test(name[place - 1])) return 3;
  return wanted.length > 1 ? 5 : Infinity;
}

// The same for all that a row is found by: the beginning of its name counts more than all of another.
function fit(row, wanted, host) {
  const domains = host ? row.find.map(one => host.endsWith(`.${one}`) && one.includes('.') ? 1 : closeness(one, host)) : [];
  const whole = Math.min(closeness(row.name, wanted), ...row.find.map(one => closeness(one, wanted) + 1.5), ...domains);
  if (whole < Infinity) return whole;
  const words = wanted.split(/\s+/);
  return words.length > 1 && words.every(word => row.find.some(one => one.includes(word))) ? 8 : Infinity;
}

// Insertions, deletions, changes and swapped neighbours between two words, as far as `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let [before, last] = [[], Array.from({length: other.length + 1}, (_, place) => place)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length] <= most ? last[other.length] : Infinity;
}

// One mistake for every three letters.
function near(row, wanted) {
  const most = Math.min(3, Math.floor(wanted.length / 3));
  const names = row.find.flatMap(one => [one, ...one.split(/[\s.]+/)]);
  return most ? Math.min(...names.map(name => distance(wanted, name, most))) : Infinity;
}

const byName = (one, other) => rank(one.status) - rank(other.status) || one.name.localeCompare(other.name);

function sorted(among, far) {
  const measured = among.map(row => [far(row), row]).filter(([distance]) => distance < Infinity);
  return measured.sort(([one, row], [other, next]) => one - other || byName(row, next)).map(([, row]) => row);
}

// The rows that fit, best first; only where none does, those that somebody who misspelt it may mean.
function search(among, text) {
  const wanted = fold(text);
  const host = hostOf(wanted);
  const exact = sorted(among, row => fit(row, wanted, host));
  return {exact, similar: exact.length ? [] : sorted(among, row => near(row, host ?? wanted))};
}

function show() {
  const {q, category, status} = view();
  showStatuses(region());
  const among = rows.filter(row => (!category || row.category === category) && (!status || row.status === status));
  const {exact, similar} = q ? search(among, q) : {exact: among, similar: []};
  const shown = [...exact, ...similar];
  arrange(shown, Boolean(q));
  aside.forEach(one => one.hidden = Boolean(q || category || status));
  findAll('[data-legend]').forEach(one => find('b', one).textContent = rows.filter(row => row.status === one.dataset.legend).length);
  describe(q, shown, similar);
}

function view() {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value.trim()]));
}

// With something to search for, one ranked list; else under the headings, what needs action first.
function arrange(shown, ranked) {
  const some = new Set(shown);
  for (const row of region() ? [...rows].sort(byName) : rows) {
    row.item.hidden = !some.has(row);
    row.home.append(row.item);
  }
  sections.forEach(group => {
    const count = findAll('li:not([hidden])', group).length;
    group.hidden = !count;
    find('small', group).textContent = count;
  });
  find('[data-list]').hidden = ranked;
  hits.hidden = !ranked;
  if (ranked) find('ul', hits).append(...shown.map(row => row.item));
}

function describe(q, shown, similar) {
  if (similar.length) found.textContent = `Nothing is called “${q}”. Did you mean ${similar[0].link.textContent}?`;
  else if (shown.length === rows.length) found.textContent = `${rows.length} platforms`;
  else if (shown.length) found.textContent = `${shown.length} of ${rows.length} platforms`;
  else found.replaceChildren('Nothing found. ', make('a', {href: found.dataset.add, textContent: 'How to add a platform'}));
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
  if (key === '/' && !target.matches('input:not([type=checkbox]), select, textarea')) fields.q.focus();
  else if (key === 'Escape' && fields.q.value && (target === fields.q || place >= 0)) {
    fields.q.value = '';
    changed();
    fields.q.focus();
  } else if (step && (target === fields.q || place >= 0)) (links()[place + step] ?? fields.q).focus();
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

function showCount() {
  const mine = Object.keys(readList()).length;
  find('[data-mine]').textContent = mine ? ` (${mine})` : '';
}
