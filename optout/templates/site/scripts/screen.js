// Labels as they stand on the reader's own screen, right below the steps of a guide. Which language that is, the browser
// says, until somebody chooses another one on the page that has them all; it holds for all guides. A guide is to stay
// light: it loads this where there may be such labels, this imports little, and only those of that language are fetched.

import {MAKE} from './built.js';
import {READER} from './keys.js';
import {nearest} from './nearest.js';

const {labels, tags} = document.querySelector('[data-guide]').dataset;

function element(name, given, ...parts) {
  const made = Object.assign(document.createElement(name), given);
  made.append(...parts);
  return made;
}

function put(lang) {
  for (const way of document.querySelectorAll('[data-way]')) {
    way.querySelector('[data-screen]')?.remove();
    const found = globalThis.optoutLabels[way.querySelector('h3').textContent];
    if (!found) continue;
    const words = found.said.map(([text, isLabel]) => (isLabel ? element('b', {}, text) : text));
    const labels = element('span', {lang, translate: false}, ...words);
    const line = element('p', {className: 'cost'}, labels, found.doubt ?? '');
    line.dataset.screen = lang;
    way.querySelector('.steps').after(line);
  }
}

function show() {
  let screen = navigator.language;
  try {
    screen = JSON.parse(localStorage.getItem(READER)).screen?.toLowerCase() ?? screen;
  } catch {}
  const lang = nearest(tags.split(' '), screen.toLowerCase());
  globalThis.optoutLabels = {};
  put();
  if (lang) document.head.append(element('script', {src: `${labels}.${lang}.js?${MAKE}`, onload: () => put(lang)}));
}

show();
addEventListener('storage', show);
addEventListener('pageshow', event => event.persisted && show());
