// The page for an address that leads nowhere: its links, a search, and which guide may have been meant.

import {find, findAll, make} from './dom.js';
import {openHits, showHits} from './hits.js';
import {READER} from './keys.js';
import {data, language, tell} from './page.js';
import {offerScheme} from './scheme.js';
import {near} from './search.js';
import {read} from './store.js';

// This script lies in a folder of the site, wherever that is.
const root = new URL('../', document.currentScript.src);
const field = find('#q');
const found = find('[data-found]');
const hits = find('[data-hits]');
const without = find('[data-without]');

for (const one of findAll('a[href], link[rel=icon]')) {
  const written = one.getAttribute('href');
  if (!/^(?:#|[a-z]+:)/.test(written)) one.href = new URL(written.slice(data.base.length), root);
}

// Whoever reads in another language than the first goes on in it.
const within = location.pathname.slice(root.pathname.length).split('/');
const other = data.languages.includes(within[0]) ? within[0] : '';
const folder = other && `${other}/`;
const pages = new URL(folder, root).href;

// The platform whose page has nearly the address that was asked for.
function meant(all) {
  const asked = within
    .at(-1)
    .replace(/\.html?$/, '')
    .toLowerCase();
  return all.has(asked) ? asked : near(asked, all.slugs(), globalThis.optoutIndex.rules)[0]?.[1];
}

function show(all, region) {
  const asked = field.value.trim();
  const {names, isNear} = asked ? all.find(asked) : {names: []};
  const hit = name => all.hit(name, region);
  showHits(find('ul', hits), find('[data-more]'), names, name => all.row(hit(name)));
  hits.hidden = !names.length;
  without.hidden = !asked || names.length > 0;
  found.textContent = '';
  if (asked && !names.length) found.textContent = tell('nothing-found');
  else if (isNear) found.textContent = tell('did-you-mean', {typed: asked, name: hit(names[0]).title});
  else if (asked) found.textContent = tell('hits', {number: names.length});
}

async function begin() {
  const all = await openHits(pages, other || language);
  const region = read(READER)?.region ?? '';
  const slug = meant(all);
  if (slug) {
    const guess = find('[data-guess]');
    const hit = all.hit(slug, region);
    const name = make('a', {href: pages + hit.link, textContent: tell('missing-guess', {name: hit.title})});
    guess.append(name);
    guess.hidden = false;
  }
  field.addEventListener('input', () => show(all, region));
  const form = find('[data-find-form]');
  form.addEventListener('submit', event => {
    event.preventDefault();
    find('a', hits)?.click();
  });
  form.hidden = false;
  if (field.value) show(all, region);
}

offerScheme();
begin();
