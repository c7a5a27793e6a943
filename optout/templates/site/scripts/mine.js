// The reader's list where it is kept, whatever it may hold: see list.js for what may be believed of it.

import {LIST, read, write} from './store.js';

// Sweden writes dates as ISO 8601 does.
export const today = () => new Date().toLocaleDateString('sv');

export const readList = () => ({__proto__: null, ...read(LIST)?.platforms});

// Read anew each time: another tab may have changed it meanwhile.
export function changeList(act) {
  const platforms = readList();
  act(platforms);
  write(LIST, {version: 1, platforms});
}
