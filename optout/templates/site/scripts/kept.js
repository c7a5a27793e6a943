// The reader's list as it is kept, whatever it may hold: see list.js for what may be believed of it.

import {LIST} from './keys.js';
import {read} from './store.js';

export const isObject = value => Object(value) === value && !Array.isArray(value);

// All that is kept: beside the platforms what only a terminal knows, such as further lists.
export function readWhole() {
  const kept = read(LIST);
  return isObject(kept) ? kept : {};
}

export const members = value => ({__proto__: null, ...(isObject(value) && value)});

export const readList = () => members(readWhole().platforms);
