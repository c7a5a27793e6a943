// Filling My list from an export: loaded once somebody chooses a file. Nothing of it leaves the page.

import {readExport} from './exports.js';
import {joined, labelsIn, openLogins, topLevels} from './logins.js';

// The form in which the terminal compares names, see catalog/names.py.
const nameOf = text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}_+])\+(?=\+|[^\p{L}\p{N}_]|$)/gu, 'plus')
    .replace(/(?<=[\p{L}\p{N}_])#(?![\p{L}\p{N}_])/gu, 'sharp')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const MOST_PLACES = 8;

// Whether nothing but its title says whose an entry is.
const isByName = ({addresses = [], title = ''}) => Boolean(title) && (!addresses.length || addresses[0] === title);

// What a file leads to: the platforms, those behind the same accounts, sites without a guide and which of them are no mere
// pages that somebody kept, how many entries were left out, and the first lines of those that are damaged; whether they are pages that somebody kept, and whether pages were
// passed by that somebody went to. `local` are names of hosts at home, `load` loads what the
// build knows, as load.js does.
export async function sortExport(bytes, local, load) {
  const read = await readExport(bytes);
  if (read.wrong) return read;
  const {known, suffixes} = await knownOf(read.items, local, load);
  const match = openLogins(known, suffixes, local);
  const named = title => Object.hasOwn(known.names, nameOf(title)) && known.names[nameOf(title)];
  const found = {platforms: new Set(), also: new Set(), unknown: new Set(), left: 0, entries: read.items.length};
  const held = new Set();
  for (const {addresses = [], title = '', isPage = read.isPages} of read.items) {
    const matches = addresses.map(match);
    const fits = matches.filter(({how}) => how === 'platform');
    const byName = !fits.length && isByName({addresses, title}) && named(title);
    const elsewhere = matches.filter(({how}) => how === 'unknown');
    if (byName) found.platforms.add(byName);
    else if (fits.length) for (const one of fits) take(one, found);
    else if (elsewhere.length) for (const one of elsewhere) (isPage ? found.unknown : held).add(one.at);
    else found.left += 1;
  }
  const also = [...found.also].filter(slug => !found.platforms.has(slug));
  const damaged = read.items.filter(({why}) => why === 'damaged').slice(0, MOST_PLACES);
  const lines = damaged.map(({place}) => place);
  const unknown = new Set([...held, ...found.unknown]);
  return {...found, also, unknown, held, lines, isPages: Boolean(read.isPages), passed: Boolean(read.passed)};
}

// What the build knows of what the entries name, and not more: their endings first, then the labels before these.
async function knownOf(items, local, load) {
  const addresses = items.flatMap(one => one.addresses ?? []);
  const ends = topLevels(addresses, local);
  const suffixes = await asked('suffixes', 'optoutSuffixes', ends, load);
  const titles = items.filter(isByName).map(({title}) => `=${nameOf(title)}`);
  const names = [...new Set([...labelsIn(addresses, local, suffixes), ...titles])];
  return {known: joined(await asked('logins', 'optoutLogins', names, load)), suffixes};
}

async function asked(name, variable, keys, load) {
  if (keys.length) await load(name, keys);
  const loaded = globalThis[variable] ?? {};
  return Object.fromEntries(keys.filter(key => Object.hasOwn(loaded, key)).map(key => [key, loaded[key]]));
}

function take({slugs, also}, found) {
  for (const slug of slugs) found.platforms.add(slug);
  for (const slug of also) found.also.add(slug);
}

globalThis.optoutImport = sortExport;
