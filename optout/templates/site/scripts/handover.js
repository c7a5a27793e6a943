// The list as a link, and as a code that a phone reads: after the # of an address, which browsers send to nobody.

import {makeCopy} from './copy.js';
import {writeWhole} from './decided.js';
import {find, make, makeButton, say} from './dom.js';
import {members, readList, readWhole} from './kept.js';
import {MOST, ordered, soundList} from './list.js';
import {tell} from './page.js';
import {qrOf} from './qr.js';
import {mergeLists} from './worklist.js';

const ITEM = /^([a-z\d]+(?:-[a-z\d]+)*)(?:\.(?:(later|skipped)|(\d{4}-\d\d-\d\d)\.([\da-f]{8})?))?$/;
const BEGIN = '#list=';

// A slug, and what was decided about it.
const itemOf = ([slug, {done, version = '', state}]) =>
  slug + (done ? `.${done}.${version}` : state ? `.${state}` : '');

// Where this page is for others, if it is anywhere.
function address() {
  const published = find('link[rel=canonical]')?.href;
  return published ?? (location.protocol.startsWith('http') ? location.href.split('#')[0] : '');
}

export const linkOf = list => `${address()}${BEGIN}${Object.entries(list).map(itemOf).join()}`;

// What an address names, each as it stands there. A comma may come by its number.
export const namedIn = hash => (hash.startsWith(BEGIN) ? hash.slice(BEGIN.length).split(/,|%2c/i) : []);

// The list that an address brings; nothing if it brings none, or more than a list has.
export function listOf(hash) {
  const items = namedIn(hash);
  if (items.length > MOST) return null;
  const found = items.map(item => ITEM.exec(item)).filter(Boolean);
  const record = ([, slug, state, done, version]) => [slug, {state, done, version}];
  const brought = soundList(Object.fromEntries(found.map(record)));
  return Object.keys(brought).length ? brought : null;
}

function draw(text) {
  const cells = qrOf(text);
  if (!cells) return make('p', {textContent: tell('link-long')});
  const size = cells.length + 8;
  const made = name => document.createElementNS('http://www.w3.org/2000/svg', name);
  const path = made('path');
  const dark = cells.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')));
  path.setAttribute('d', dark.join(''));
  const code = made('svg');
  for (const [name, value] of Object.entries({class: 'code', viewBox: `0 0 ${size} ${size}`, role: 'img'}))
    code.setAttribute(name, value);
  code.setAttribute('aria-label', tell('code'));
  code.append(path);
  return code;
}

// What a link changed is as it was before; what was decided since about anything else stays.
function takeBack(before, after) {
  const {platforms, ...whole} = readWhole();
  const changed = new Set(Object.keys({...before.platforms, ...after.platforms}));
  const [old, brought] = [members(before.platforms), members(after.platforms)];
  const now = members(platforms);
  for (const slug of changed) {
    if (ordered(old[slug] ?? null) === ordered(brought[slug] ?? null)) continue;
    if (old[slug]) now[slug] = old[slug];
    else delete now[slug];
  }
  writeWhole({...whole, platforms: {...now}});
}

// `show` shows the list anew, `offerUndo` says what happened and how to take it back, `inform` says a sentence.
export function prepareHandover(show, offerUndo, inform) {
  const fold = find('[data-handing]');
  const place = find('[data-handed]');

  function hand() {
    if (!fold.open) return;
    if (!address()) return place.replaceChildren(make('p', {textContent: tell('link-nowhere')}));
    const link = linkOf(soundList(readList()));
    const shown = make('p', {className: 'link', textContent: link});
    place.replaceChildren(draw(link), shown);
    makeCopy(shown, tell('copy'));
  }

  // Asked before anything changes; what somebody does not want leaves no trace.
  function receive() {
    const number = namedIn(location.hash).length;
    if (number > MOST) return inform(tell('brought-too-many', {number, most: MOST}));
    const brought = listOf(location.hash);
    if (!brought) return;
    const box = find('[data-brought]');
    const slugs = Object.keys(brought);
    const mine = readList();
    const fresh = slugs.filter(slug => !Object.hasOwn(mine, slug)).length;
    // The list as it is by then: what was put on it since the question was asked stays.
    const settle = change => {
      box.hidden = true;
      history.replaceState(null, '', location.pathname + location.search);
      if (!change) return;
      const before = readWhole();
      const after = change(before);
      writeWhole(after);
      show();
      offerUndo(tell('brought-done', {number: slugs.length}), () => takeBack(before, after));
    };
    const add = () => settle(before => mergeLists(before, {platforms: brought}));
    const replace = () => settle(before => ({...before, platforms: {...brought}}));
    const buttons = make('p', {className: 'mine'});
    buttons.append(makeButton(tell('brought-add'), add));
    if (Object.keys(mine).length) buttons.append(makeButton(tell('brought-replace'), replace));
    buttons.append(makeButton(tell('brought-leave'), () => settle()));
    const said = tell('brought', {number: slugs.length, fresh});
    box.replaceChildren(make('p', {textContent: said}), buttons);
    box.hidden = false;
    say(said);
  }

  fold.ontoggle = hand;
  addEventListener('hashchange', receive);
  receive();
  return {show: hand};
}
