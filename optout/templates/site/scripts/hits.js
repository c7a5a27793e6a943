// Hits of a search: found in all platforms, companies, categories and topics, and shown as rows. What is needed for that is
// loaded once somebody searches.

import {caseOf} from './choice.js';
import {make} from './dom.js';
import {loadData} from './load.js';
import {openIndex} from './search.js';

// So many are on a screen, and shown before the next key; so many more once that is done, and each time somebody asks.
const AT_ONCE = 8;
const MORE = 24;

// `root` leads to the pages in the reader's `language`.
export async function openHits(root, language) {
  await Promise.all([loadData('search-index'), loadData(`rows.${language}`)]);
  const known = globalThis.optoutRows;
  const search = openIndex(globalThis.optoutIndex);

  const has = slug => Object.hasOwn(known.platforms, slug);
  const isGroup = name => Object.hasOwn(known.groups, name);

  // What is found by name, without what is searched and not published.
  function find(asked) {
    const {found, isNear} = search(asked);
    return {names: found.filter(name => has(name) || isGroup(name)), isNear};
  }

  function platform(slug, region) {
    const {name, category, sets, cases} = known.platforms[slug];
    const codes = sets.map(number => known.sets[number]);
    const shown = known.shown[cases[caseOf(codes, region)] ?? cases[0]];
    return {slug, title: name, link: `platforms/${slug}.html`, category, shown};
  }

  // What is shown of a platform in the region, or of a group; made of no more hits than are looked at.
  const hit = (name, region) => (has(name) ? platform(name, region) : known.groups[name]);
  const slugs = () => Object.keys(known.platforms);

  return {find, hit, has, slugs, row: one => makeRow(one, root)};
}

function makeRow({title, link, said, shown}, root) {
  const item = make('li');
  item.append(make('a', {href: root + link, textContent: title}), ' ');
  if (shown) {
    const {id, mark, label} = shown.status;
    const chip = make('span', {className: `status ${id}`});
    const sign = make('span', {className: 'mark', ariaHidden: 'true', textContent: mark});
    chip.append(sign, ' ', make('span', {className: 'label', textContent: label}));
    item.append(chip, ' ');
  }
  item.append(make('small', {textContent: said ?? shown.cost}));
  return item;
}

let drawing = 0;

// Puts hits into a list, the first of them and then more each time that somebody asks; `draw` makes the row of one.
export function showHits(list, more, hits, draw) {
  const rest = [...hits];
  const add = number => {
    const added = rest.splice(0, number).map(draw);
    list.append(...added);
    more.hidden = !rest.length;
    return added[0];
  };
  clearTimeout(drawing);
  list.replaceChildren();
  add(AT_ONCE);
  drawing = setTimeout(() => add(MORE - AT_ONCE));
  more.onclick = () => add(MORE).querySelector('a').focus();
}
