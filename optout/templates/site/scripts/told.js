// What the guides say now to whom: see site/memories.py, which made it.

import {caseOf} from './choice.js';

export function toldTo({sets, rows, said}, region, device) {
  const row = rows[caseOf(sets, region)] ?? rows[0];
  return said[row[device] ?? row['']];
}
