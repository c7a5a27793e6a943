// The page for an address that leads nowhere: its links, a search, and which guide may have been meant.

import {offerScheme} from './appearance.js';
import {find, findAll, make} from './dom.js';
import {data, tell} from './page.js';
import {near, openIndex} from './search.js';

// This script lies in a folder of the site, wherever that is.
const root = new URL('../', document.currentScript.src);
const field = find('#q');
const found = find('[data-found]');
const hits = find('[data-hits]');
let search = null;

for (const one of findAll('a[href], link[rel=icon]')) {
  const written = one.getAttribute('href');
  if (!/^(?:#|[a-z]+:)/.test(written)) one.href = new URL(written.slice(data.base.length), root);
}

// Whoever reads in another language than the first goes on in it.
const within = location.pathname.slice(root.pathname.length).split('/');
const folder = data.languages.includes(within[0]) ? `${within[0]}/` : '';

const link = (slug, textContent) => make('a', {href: new URL(`${folder}platforms/${slug}.html`, root), textContent});

// The platform whose page has nearly the address that was asked for.
function meant() {
  const asked = within
    .at(-1)
    .replace(/\.html?$/, '')
    .toLowerCase();
  if (Object.hasOwn(data.names, asked)) return asked;
  return near(asked, Object.keys(data.names), globalThis.optoutIndex.rules)[0]?.[1];
}

function show() {
  const asked = field.value.trim();
  const {found: names, isNear} = asked ? search(asked) : {found: []};
  const slugs = names.filter(name => Object.hasOwn(data.names, name));
  const items = slugs.map(slug => {
    const item = make('li');
    item.append(link(slug, data.names[slug]));
    return item;
  });
  find('ul', hits).replaceChildren(...items);
  hits.hidden = !items.length;
  found.textContent = '';
  if (asked && !items.length) found.textContent = tell('nothing-found');
  else if (isNear) found.textContent = tell('did-you-mean', {typed: asked, name: data.names[slugs[0]]});
  else if (asked) found.textContent = tell('platforms', {number: items.length});
}

function begin() {
  search = openIndex(globalThis.optoutIndex);
  const slug = meant();
  if (slug) {
    const guess = find('[data-guess]');
    guess.append(link(slug, tell('missing-guess', {name: data.names[slug]})));
    guess.hidden = false;
  }
  field.addEventListener('input', show);
  const form = find('[data-find-form]');
  form.addEventListener('submit', event => {
    event.preventDefault();
    find('a', hits)?.click();
  });
  form.hidden = false;
  if (field.value) show();
}

offerScheme();
document.head.append(make('script', {src: new URL(data.index, root), onload: begin}));
