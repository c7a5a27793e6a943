// Filling My list from an export: loaded once somebody chooses a file. Nothing of it leaves the page.

import {readExport} from './exports.js';
import {openLogins} from './logins.js';

const nameOf = text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

// What a file leads to: the platforms, those behind the same accounts, sites without a guide, and how many entries were
// left out; whether they are pages that somebody kept, and whether pages were passed by that somebody went to. `known` is the data that the build made, `names` the names of platforms with their slugs.
export async function sortExport(bytes, known, names) {
  const read = await readExport(bytes);
  if (read.wrong) return read;
  const match = openLogins(known);
  const named = new Map(names.map(([name, slug]) => [nameOf(name), slug]));
  const found = {platforms: new Set(), also: new Set(), unknown: new Set(), left: 0, entries: read.items.length};
  for (const {addresses = [], title = ''} of read.items) {
    const matches = addresses.map(match);
    const fits = matches.filter(({how}) => how === 'platform');
    const byName = !fits.length && (!addresses.length || addresses[0] === title) && named.get(nameOf(title));
    const elsewhere = matches.filter(({how}) => how === 'unknown');
    if (byName) found.platforms.add(byName);
    else if (fits.length) for (const one of fits) take(one, found);
    else if (elsewhere.length) for (const one of elsewhere) found.unknown.add(one.at);
    else found.left += 1;
  }
  const also = [...found.also].filter(slug => !found.platforms.has(slug));
  return {...found, also, isPages: Boolean(read.isPages), passed: Boolean(read.passed)};
}

function take({slugs, also}, found) {
  for (const slug of slugs) found.platforms.add(slug);
  for (const slug of also) found.also.add(slug);
}

globalThis.optoutImport = sortExport;
