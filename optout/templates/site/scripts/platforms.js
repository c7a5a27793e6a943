// What the plan says of each platform, for every region and device: see optout/site/mine.py, which made it.

import {caseOf} from './choice.js';
import {loadData} from './load.js';
import {language} from './page.js';

// Of which slugs it was looked up, and the table of each that is there.
const looked = new Set();
const tables = new Map();

export const isLoaded = slugs => slugs.every(slug => looked.has(slug));

export const PLATFORMS = `platforms.${language}`;

export async function loadPlatforms(slugs) {
  const lacking = slugs.filter(slug => !looked.has(slug));
  if (!lacking.length) return;
  await loadData(PLATFORMS, lacking);
  for (const table of globalThis.optoutMine.splice(0))
    for (const slug of Object.keys(table.platforms)) tables.set(slug, table);
  for (const slug of lacking) looked.add(slug);
}

// So that no guide of another build is loaded from what the browser keeps.
export const buildOf = slug => tables.get(slug)?.at ?? '';

const known = slug => tables.get(slug)?.platforms[slug];

export const isKnown = slug => tables.has(slug);
export const nameOf = slug => known(slug)?.[0] ?? slug;
export const versionOf = slug => known(slug)?.[1];

// In which part of the plan an account there stands, and its line; nothing for a platform that is not here.
export function placedIn(slug, region, device) {
  const one = known(slug);
  if (!one) return undefined;
  const table = tables.get(slug);
  const [, , numbers, cases] = one;
  const sets = numbers.map(number => table.sets[number]);
  const devices = cases[caseOf(sets, region)] ?? cases[0];
  const [part, status, said, seconds, place, same] = table.placed[devices[device] ?? devices[0]];
  const [id, label, mark] = table.statuses[status];
  return {part, status: {id, label, mark}, rank: status, said, seconds, place, same};
}
