// The rows of platforms: their status in the reader's region, and the ticks that put them on the reader's list.

import {caseOf} from './choice.js';
import {decide} from './decided.js';
import {find, findAll, make, showStatus} from './dom.js';
import {readList} from './kept.js';
import {today} from './moments.js';
import {data, language, tell} from './page.js';

export const rows = findAll('[data-list] [data-slug]').map(item => {
  const link = find('a', item);
  const known = data.platforms[item.dataset.slug];
  return {
    ...known,
    sets: known.sets.map(number => data.sets[number]),
    slug: item.dataset.slug,
    name: link.textContent,
    item,
    link,
    chip: find('.status', item),
    cost: find('small', item),
    home: item.parentElement,
  };
});

// What a row shows in a region: its status, what refusing takes, whether there is anything to do and how soon.
function shownIn(row, region) {
  return data.shown[row.cases[caseOf(row.sets, region)] ?? row.cases[0]];
}

let shownRegion = null;

export function showRows(region) {
  if (region === shownRegion) return;
  shownRegion = region;
  for (const row of rows) {
    const shown = shownIn(row, region);
    if (row.shown === shown) continue;
    row.shown = shown;
    showStatus(row.chip, shown.status);
    row.cost.textContent = shown.cost;
  }
}

const rank = row => data.statuses.indexOf(row.shown.status.id);

// What needs action first, then by name.
export const inOrder = (one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, language);

// The tick of a platform in a label, as the list is; `act` is called once that has changed.
export function makeTick({slug, name}, list, act) {
  const tick = make('input', {type: 'checkbox', ariaLabel: tell('on-my-list', {name})});
  tick.checked = Object.hasOwn(list, slug);
  tick.onchange = () => {
    decide(slug, () => (tick.checked ? {added: today()} : undefined));
    act();
  };
  const label = make('label', {className: 'tick'});
  label.append(tick);
  return label;
}

export function makeTicks(act) {
  const list = readList();
  for (const row of rows) {
    const label = makeTick(row, list, () => act(row));
    row.tick = find('input', label);
    row.link.after(label);
  }
}

export function showTicks() {
  const list = readList();
  for (const row of rows) row.tick.checked = Object.hasOwn(list, row.slug);
}
