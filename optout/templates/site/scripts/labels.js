// Labels as they stand on the reader's own screen, right below the steps of a guide. Which language that is, the browser
// says, until somebody chooses another one on the page that has them all; it holds for all guides.

import {find, findAll, make, makeButton} from './dom.js';
import {follow, READER, read, write} from './store.js';

const known = globalThis.optoutLabels;
const {mine} = document.currentScript.dataset;

// The same language of another country is nearer than none.
function ownAmong(tags) {
  const screen = (read(READER)?.screen ?? navigator.language).toLowerCase();
  const near = tags.filter(tag => tag.split('-')[0] === screen.split('-')[0]);
  return near.find(tag => tag === screen) ?? near.find(tag => !tag.includes('-')) ?? near[0];
}

function lineOf(lang, {said, doubt}) {
  const line = make('p', {className: 'cost'});
  const labels = make('span', {lang, translate: false});
  labels.append(...said.map(([textContent, isLabel]) => make(isLabel ? 'b' : 'span', {textContent})));
  line.append(labels, doubt ? `. ${doubt}` : '');
  line.dataset.screen = lang;
  return line;
}

function showBelowSteps() {
  for (const way of findAll('[data-way]')) {
    const labels = known[find('h3', way).textContent] ?? {};
    const own = ownAmong(Object.keys(labels));
    find('[data-screen]', way)?.remove();
    if (own) find('.steps', way).after(lineOf(own, labels[own]));
  }
}

function offer() {
  const lines = findAll('[data-screen]').map(line => ({line, tag: line.dataset.screen}));
  const show = () => {
    const own = ownAmong(lines.map(({tag}) => tag));
    for (const {button, tag} of lines) button.ariaPressed = tag === own;
  };
  for (const one of lines) {
    one.button = makeButton(mine, () => {
      write(READER, {...read(READER), screen: one.button.ariaPressed === 'true' ? 'en' : one.tag});
      show();
    });
    one.line.append(' ', one.button);
  }
  show();
  follow(READER, show);
}

if (mine) offer();
else {
  showBelowSteps();
  follow(READER, showBelowSteps);
}
