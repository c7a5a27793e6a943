// What stands under a key and is not sound is put aside before it is written over; where there is no room for that, nothing
// is written.

import {find} from './dom.js';
import {read, warn, write} from './store.js';

function putAside(key, isSound) {
  const kept = localStorage.getItem(key);
  if (!kept || isSound(read(key, kept))) return;
  localStorage.setItem(`${key}.${Date.now()}`, kept);
  // My list has words of its own for that.
  if (!find('[data-damaged]')) warn();
}

export const writeOver = (key, value, isSound) => write(key, value, () => putAside(key, isSound));
