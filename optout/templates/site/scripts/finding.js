// Finding what one uses: by typing, or among what most people use.

import {find, findAll, make, say} from './dom.js';
import {loadData} from './load.js';
import {tell} from './page.js';
import {isKnown, nameOf} from './platforms.js';
import {openIndex} from './search.js';

const MOST_HITS = 8;

// `put` and `remove` change the list, `has` asks it, `ready` is once platforms are known.
export function prepareFinding({put, remove, has, ready}) {
  const field = find('#q');
  const hits = find('[data-hits]');
  const found = find('[data-found]');
  let search = null;

  async function loadIndex() {
    try {
      await Promise.all([ready(), loadData('search-index')]);
      search ??= openIndex(globalThis.optoutIndex);
      showHits();
    } catch {
      found.textContent = tell('no-index');
    }
  }

  const slugs = () => search(field.value).found.filter(isKnown).slice(0, MOST_HITS);

  function showHits() {
    const asked = field.value.trim();
    const listed = asked && search ? slugs() : [];
    hits.replaceChildren(...listed.map(slug => makeChoice(slug, nameOf(slug))));
    found.textContent = asked && search && !listed.length ? tell('nothing-found') : '';
    show();
  }

  function makeChoice(slug, name) {
    const item = make('li');
    item.dataset.slug = slug;
    const label = make('label', {textContent: name});
    label.prepend(make('input', {type: 'checkbox'}));
    item.append(label);
    return item;
  }

  function choose(slug, isChosen) {
    if (isChosen) put([slug]);
    else remove([slug]);
    const isHit = field.value !== '';
    field.value = '';
    hits.replaceChildren();
    if (isHit) field.focus();
    if (!isChosen) return;
    found.textContent = tell('put', {name: nameOf(slug)});
    say(found.textContent);
  }

  // Who types and presses Enter at once waits for what is searched in, and is not forgotten meanwhile.
  async function takeFirst() {
    if (!search) await loadIndex();
    if (search && field.value.trim() && slugs().length) choose(slugs()[0], true);
  }

  // What is on the list is ticked, wherever it was put there.
  function show() {
    for (const item of findAll('[data-adding] [data-slug]')) find('input', item).checked = has(item.dataset.slug);
  }

  field.oninput = () => (search ? showHits() : loadIndex());
  field.onfocus = () => search ?? loadIndex();
  field.onkeydown = event => {
    if (event.key === 'Escape') field.value = '';
    if (event.key === 'Enter') {
      event.preventDefault();
      takeFirst();
    }
    if (event.key === 'Escape') showHits();
  };
  find('[data-adding]').addEventListener('change', ({target}) => {
    const slug = target.closest('[data-slug]')?.dataset.slug;
    if (slug) ready().then(() => choose(slug, target.checked));
  });
  return {show};
}
