// The page that has all labels of a platform in other languages: which is the reader's own is chosen here, for all guides.

import {findAll, makeButton} from './dom.js';
import {READER} from './keys.js';
import {nearest} from './nearest.js';
import {follow, read, write} from './store.js';

const {mine} = document.currentScript.dataset;
const lines = findAll('[data-screen]').map(line => ({line, tag: line.dataset.screen}));

function show() {
  const screen = `${read(READER)?.screen ?? navigator.language}`.toLowerCase();
  const own = nearest(
    lines.map(({tag}) => tag),
    screen,
  );
  for (const {button, tag} of lines) button.ariaPressed = tag === own;
}

for (const one of lines) {
  one.button = makeButton(mine, () => {
    write(READER, {...read(READER), screen: one.button.ariaPressed === 'true' ? 'en' : one.tag});
    show();
  });
  one.line.append(' ', one.button);
}
show();
follow(READER, show);
