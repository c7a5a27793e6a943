// What somebody decides about a platform, kept with their list.

import {writeOver} from './aside.js';
import {isObject, members, readWhole} from './kept.js';
import {LIST} from './keys.js';
import {later, moment} from './moments.js';

export const writeWhole = whole =>
  writeOver(LIST, {...whole, version: 1}, kept => kept?.version === 1 && isObject(kept.platforms));

// A record that is not ticked off any more, and one that is; what was kept of the guide at an earlier tick goes.
export const unticked = ({was, state, done, version, ...one}) => one;

export const ticked = (one, done, version) => ({...unticked(one), done, version});

// One platform is put on the list, ticked, unticked or removed at this moment; all others stay as they are. Read anew each
// time: another tab may have changed it meanwhile.
export function decide(slug, act) {
  const whole = readWhole();
  const platforms = members(whole.platforms);
  const removed = members(whole.removed);
  const before = [platforms[slug]].find(isObject);
  const made = act(before);
  const at = later(moment(), before?.at ?? removed[slug]?.at);
  delete platforms[slug];
  delete removed[slug];
  if (made) platforms[slug] = {...made, at};
  else removed[slug] = {added: before?.added, at};
  writeWhole({...whole, platforms, removed});
}
