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

  // Platforms with what they show in the region, and groups; what is searched and not published is none.
  function find(asked, region) {
    const {found, isNear} = search(asked);
    const listed = found.map(name => (has(name) ? platform(name, region) : known.groups[name])).filter(Boolean);
    return {listed, isNear};
  }

  function platform(slug, region) {
    const {name, category, sets, cases} = known.platforms[slug];
    const codes = sets.map(number => known.sets[number]);
    const shown = known.shown[cases[caseOf(codes, region)] ?? cases[0]];
    return {slug, title: name, link: `platforms/${slug}.html`, category, shown};
  }

  const slugs = () => Object.keys(known.platforms);

  return {find, platform, has, slugs, row: hit => makeRow(hit, root)};
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

// Puts hits into a list, the first of them and then more each time that somebody asks; `dress` adds to a row what it takes.
export function showHits(list, more, hits, row, dress = () => {}) {
  const rest = [...hits];
  const add = number => {
    const added = rest.splice(0, number).map(hit => {
      const item = row(hit);
      dress(item, hit);
      return item;
    });
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
