// Finding what one uses: by typing, or among what most people use.

import {find, findAll, make, say} from './dom.js';
import {loadData} from './load.js';
import {tell} from './page.js';
import {isKnown, nameOf} from './platforms.js';
import {openIndex} from './search.js';

const MOST_HITS = 8;

// `put` and `remove` change the list, `has` asks it, `ready` is once some platforms are known.
export function prepareFinding({put, remove, has, ready}) {
  const field = find('#q');
  const hits = find('[data-hits]');
  const found = find('[data-found]');
  let search = null;

  async function loadIndex() {
    try {
      await loadData('search-index');
      search ??= openIndex(globalThis.optoutIndex);
      await showHits();
    } catch {
      noIndex();
    }
  }

  // Of what is found the platforms that are on the site: companies and the like have a colon in their names.
  async function slugs() {
    const found = search(field.value).found.filter(name => !name.includes(':'));
    const first = found.slice(0, MOST_HITS);
    await ready(first);
    return first.filter(isKnown);
  }

  async function showHits() {
    const asked = field.value.trim();
    const listed = asked && search ? await slugs() : [];
    if (asked !== field.value.trim()) return;
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
    const [first] = search && field.value.trim() ? await slugs() : [];
    if (first) choose(first, true);
  }

  // What is on the list is ticked, wherever it was put there.
  function show() {
    for (const item of findAll('[data-adding] [data-slug]')) find('input', item).checked = has(item.dataset.slug);
  }

  const noIndex = () => {
    found.textContent = tell('no-index');
  };

  field.oninput = () => (search ? showHits().catch(noIndex) : loadIndex());
  field.onfocus = () => search ?? loadIndex();
  field.onkeydown = event => {
    if (event.key === 'Escape') field.value = '';
    if (event.key === 'Enter') {
      event.preventDefault();
      takeFirst().catch(noIndex);
    }
    if (event.key === 'Escape') showHits().catch(noIndex);
  };
  // A slash leads to the search, as on all pages with lists.
  addEventListener('keydown', event => {
    const {key, target} = event;
    if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !find('[data-whole]').checkVisibility())
      return;
    if (target.matches('input:not([type=checkbox]), select, textarea')) return;
    event.preventDefault();
    find('[data-adding]').open = true;
    field.focus();
  });
  find('[data-adding]').addEventListener('change', ({target}) => {
    const slug = target.closest('[data-slug]')?.dataset.slug;
    if (slug) ready([slug]).then(() => choose(slug, target.checked), noIndex);
  });
  return {show};
}
