// The page for those who run a website: tick whom to turn away, choose for which server, copy once.

import {makeCopy} from './copy.js';
import {find, findAll, say} from './dom.js';
import {data, tell} from './page.js';
import {compose} from './robotsfile.js';

const file = find('[data-file]');
const format = find('[data-format]');
const groups = findAll('[data-group]').map(group => ({
  purpose: group.dataset.group,
  all: find('[data-all]', group),
  boxes: findAll('[data-token]', group),
}));

// Who fetches no more is in no choice by purpose, and has to be ticked alone.
const isUsual = box => box.dataset.token !== 'ended';

// In the order of the names, as on the command line; what was asked for is said in its words where it has them.
function update() {
  for (const {all, boxes} of groups) {
    all.checked = boxes.every(box => box.checked === isUsual(box));
    all.indeterminate = !all.checked && boxes.some(box => box.checked);
  }
  const ticked = new Set(groups.flatMap(({boxes}) => boxes.filter(box => box.checked).map(box => box.value)));
  const tokens = Object.keys(data.robots).filter(token => ticked.has(token));
  const whole = groups.filter(({all}) => all.checked);
  const isSaid = groups.every(({all}) => !all.indeterminate) && whole.every(({purpose}) => purpose);
  const asked = isSaid ? whole.map(({purpose}) => purpose) : [];
  file.textContent = tokens.length ? compose(data, format.value, tokens, asked) : tell('robots-none');
  const said = tell('robots-chosen', {number: tokens.length});
  find('[data-chosen]').textContent = said;
  say(said);
}

for (const {all, boxes} of groups) {
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked && isUsual(box);
    update();
  });
  for (const box of boxes) box.addEventListener('change', update);
}
format.addEventListener('change', update);
for (const one of findAll('pre')) makeCopy(one, tell('copy'));
