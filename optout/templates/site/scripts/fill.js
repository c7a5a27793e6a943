// Filling My list from what a password manager or a browser exported. What reads it is loaded once a file is chosen, as
// scripts, because a page in a folder on the disk can load nothing else.

import {find, make, makeButton, say} from './dom.js';
import {loadData, loadScript} from './load.js';
import {data, tell} from './page.js';
import {isKnown, nameOf} from './platforms.js';

const MOST_BYTES = 64 * 2 ** 20;
const MOST_SITES = 60;
const WRONG = {archive: 'fill-archive', damaged: 'fill-damaged', locked: 'fill-locked', unknown: 'fill-unknown'};

// `put` takes slugs to the list and says how many are new, `putSites` sites without a guide; `inform` says a sentence;
// `ready` is once some platforms are known.
export function prepareFill(put, putSites, inform, ready) {
  const field = find('[data-fill]');
  const place = find('[data-filled]');
  const without = find('[data-without]');
  field.onchange = async () => {
    const [file] = field.files;
    if (!file) return;
    const found = await readFile(file, field, ready);
    field.value = '';
    if (found.wrong) inform(`${tell(WRONG[found.wrong] ?? found.wrong, {file: file.name})} ${tell('nothing-changed')}`);
    else show(found, file.name);
  };

  function show({platforms, also, unknown, held, left, lines, isPages, passed}, file) {
    const here = [...platforms].filter(slug => isKnown(slug));
    const behind = also.filter(slug => isKnown(slug));
    const said = tell('filled', {number: here.length, file, fresh: put(here)});
    putSites([...held]);
    const parts = [make('p', {textContent: said})];
    if (isPages) parts.push(make('p', {textContent: tell('fill-pages')}));
    if (behind.length) parts.push(makeChoice(behind));
    const sites = [...unknown].sort();
    const named = `${sites.slice(0, MOST_SITES).join(', ')}${sites.length > MOST_SITES ? ' …' : ''}`;
    if (sites.length) {
      without.hidden = false;
      parts.push(make('p', {textContent: tell('fill-others', {number: sites.length, sites: named})}), without);
    }
    if (passed) parts.push(make('p', {textContent: tell('fill-history')}));
    if (left) parts.push(make('p', {textContent: tell('fill-left', {number: left})}));
    if (lines.length) parts.push(make('p', {textContent: tell('fill-lines', {lines: lines.join(', ')})}));
    if (!isPages) parts.push(make('p', {textContent: tell('fill-delete', {file})}));
    place.replaceChildren(...parts);
    place.hidden = false;
    find('[data-notice]').replaceChildren();
    say(said);
    place.focus();
  }

  function makeChoice(slugs) {
    const box = make('fieldset', {});
    const ticks = slugs.map(slug => make('input', {type: 'checkbox', value: slug}));
    const labels = ticks.map(tick => {
      const label = make('label', {textContent: nameOf(tick.value)});
      label.prepend(tick);
      return label;
    });
    const add = () => {
      put(ticks.filter(tick => tick.checked).map(tick => tick.value));
      box.remove();
      place.focus();
    };
    box.append(make('legend', {textContent: tell('fill-also')}), ...labels, makeButton(tell('fill-add'), add));
    return box;
  }
}

async function readFile(file, field, ready) {
  if (file.size > MOST_BYTES) return {wrong: 'too-large'};
  try {
    await loadScript(field.dataset.import);
    const found = await globalThis.optoutImport(new Uint8Array(await file.arrayBuffer()), data.local, loadData);
    if (!found.wrong) await ready([...found.platforms, ...found.also]);
    return found;
  } catch {
    return {wrong: 'unreadable'};
  }
}
