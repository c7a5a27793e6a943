// Changing the reader's list as a whole.

import {readList, readWhole, writeWhole} from './kept.js';
import {decided} from './list.js';
import {moment} from './moments.js';

// Read anew each time: another tab may have changed it meanwhile.
export function changeList(act) {
  const platforms = readList();
  act(platforms);
  writeWhole(decided(readWhole(), platforms, moment()));
}
