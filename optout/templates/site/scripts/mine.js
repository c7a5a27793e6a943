// The reader's list where it is kept, whatever it may hold: see list.js for what may be believed of it.

import {decided, isObject} from './list.js';
import {moment} from './moments.js';
import {LIST, read, write} from './store.js';

// All that is kept: beside the platforms what only a terminal knows, such as further lists.
export function readWhole() {
  const kept = read(LIST);
  return isObject(kept) ? kept : {};
}

export const writeWhole = whole => write(LIST, {...whole, version: 1});

export function readList() {
  const {platforms} = readWhole();
  return {__proto__: null, ...(isObject(platforms) && platforms)};
}

// Read anew each time: another tab may have changed it meanwhile.
export function changeList(act) {
  const platforms = readList();
  act(platforms);
  writeWhole(decided(readWhole(), platforms, moment()));
}
