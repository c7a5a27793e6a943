// What somebody decides in a guide: put on the list or taken from it, ticked off or not any more. A guide is to stay light,
// so this is loaded once somebody does, and runs anew each time.

import {decide, ticked, unticked} from './decided.js';
import {find} from './dom.js';
import {remember} from './memory.js';
import {today} from './moments.js';

const {does} = document.currentScript.dataset;
const {guide, version} = find('[data-guide]').dataset;

const act = {
  list: mine => (mine ? null : {added: today()}),
  done: (mine = {added: today()}) => ticked(mine, today(), version),
  untick: (mine = {added: today()}) => unticked(mine),
};

decide(guide, act[does]);
remember();
