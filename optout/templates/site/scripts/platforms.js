// What the plan says of each platform, for every region and device: see optout/site/mine.py, which made it.

import {caseOf} from './choice.js';
import {loadData} from './load.js';
import {language} from './page.js';

let table = null;

export const isLoaded = () => table !== null;

export const PLATFORMS = `platforms.${language}`;

export async function loadPlatforms() {
  await loadData(PLATFORMS);
  table = globalThis.optoutMine;
}

// So that no guide of another build is loaded from what the browser keeps.
export const buildOf = () => table.at;

const known = slug => (table && Object.hasOwn(table.platforms, slug) ? table.platforms[slug] : null);

export const isKnown = slug => known(slug) !== null;
export const nameOf = slug => known(slug)?.[0] ?? slug;
export const versionOf = slug => known(slug)?.[1];

// In which part of the plan an account there stands, and its line; nothing for a platform that is not here.
export function placedIn(slug, region, device) {
  const one = known(slug);
  if (!one) return undefined;
  const [, , numbers, cases] = one;
  const sets = numbers.map(number => table.sets[number]);
  const devices = cases[caseOf(sets, region)] ?? cases[0];
  const [part, status, said, seconds, place, same] = table.placed[devices[device] ?? devices[0]];
  const [id, label, mark] = table.statuses[status];
  return {part, status: {id, label, mark}, rank: status, said, seconds, place, same};
}
