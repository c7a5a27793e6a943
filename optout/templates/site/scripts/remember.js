// Keeps with what is on the reader's list what its guide says now to this reader, where that is not kept yet: the
// verdict and the ways that are needed, as the terminal's plan/memory.py does, so that `optout changed` can tell later
// what is different. The build made what there is to say, see site/memories.py.

import {writeWhole} from './decided.js';
import {isObject, members, readWhole} from './kept.js';
import {READER} from './keys.js';
import {loadData} from './load.js';
import {later} from './moments.js';
import {read} from './store.js';
import {toldTo} from './told.js';

function wasFor(known, {region = '', device = ''}) {
  return {...toldTo(known, region, device), ...(region && {region})};
}

// Of what was ticked off only where the guide is still as it was then.
const isToKeep = (one, version) => !one.was && (one.version ? one.version === version : !one.done && !one.state);

function keep() {
  const whole = readWhole();
  const platforms = {...whole.platforms};
  const reader = read(READER) ?? {};
  const said = globalThis.optoutMemories ?? {};
  for (const [slug, one] of Object.entries(platforms)) {
    const known = Object.hasOwn(said, slug) && said[slug];
    if (!known || !isObject(one) || !isToKeep(one, known.version)) continue;
    // Later than the copy without it, and earlier than any other decision.
    const before = one.at ?? one.done ?? one.added;
    const at = later(before, before);
    platforms[slug] = {...one, at, version: known.version, was: wasFor(known, reader)};
  }
  if (Object.values(platforms).some(one => one?.was)) writeWhole({...whole, platforms});
}

const lacking = Object.entries(members(readWhole().platforms)).filter(([, one]) => isObject(one) && !one.was);
const slugs = lacking.map(([slug]) => slug);
if (slugs.length)
  loadData('memories', slugs).then(keep, () => {
    // What a guide said is kept the next time, as long as it says the same.
  });
