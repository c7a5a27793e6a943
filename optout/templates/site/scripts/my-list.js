// My list: filled, gone through, and looked at by the parts of the plan.

import {writeOver} from './aside.js';
import {decide, ticked, unticked, writeWhole} from './decided.js';
import {find, findAll, make, makeButton, say} from './dom.js';
import {prepareFill} from './fill.js';
import {isObject, readList, readWhole} from './kept.js';
import {prepareFinding} from './finding.js';
import {prepareFollowing} from './followed.js';
import {prepareHandover} from './handover.js';
import {LIST, ORDER, READER} from './keys.js';
import {isSound, soundList, soundWhole} from './list.js';
import {load, saveList} from './listfile.js';
import {remember} from './memory.js';
import {later, moment, today} from './moments.js';
import {keepAtHand} from './offline.js';
import {data, tell} from './page.js';
import {isKnown, isLoaded, loadPlatforms, nameOf, placedIn, versionOf} from './platforms.js';
import {rememberedDevice, rememberedRegion} from './reader.js';
import {prepareRun} from './run.js';
import {makeRemove, makeRow} from './listrow.js';
import {follow, read, warn, write} from './store.js';
import {divide, far, formerOf, merge, mergeLists, PARTS, TO_DO} from './worklist.js';

// So many of what has no guide are shown: there is no end to it, and nothing to do about it.
const MOST_UNKNOWN = 200;

const progress = find('[data-progress]');
const notice = find('[data-notice]');
const region = rememberedRegion(show);
const device = rememberedDevice(show);
const reader = () => [region(), data.columns.indexOf(device())];
const sections = Object.fromEntries(findAll('[data-part]').map(part => [part.dataset.part, part]));

const list = () => soundList(readList());
const placedOf = slug => placedIn(slug, ...reader());
const parts = () => divide(list(), placedOf, nameOf, (slug, one) => one.version !== versionOf(slug));

// Under a former name there may be a platform as well.
const presentOf = slugs => slugs.filter(slug => Object.hasOwn(data.renamed, slug)).map(slug => data.renamed[slug]);

// Once it is known what is said of some platforms; without that, what is on the list is only counted.
const ready = slugs => loadPlatforms([...slugs, ...presentOf(slugs)]).then(moveRenamed);

async function show() {
  const all = Object.keys(list()).length + Object.keys(unknownOnes()).length;
  document.body.classList.toggle('in-use', all > 0);
  for (const one of findAll('[data-save], [data-clear], [data-print], [data-calendar], [data-feed]'))
    one.disabled = !all;
  finding.show();
  handover.show();
  const slugs = Object.keys(list());
  if (isLoaded(slugs)) return showParts();
  try {
    await ready(slugs);
    showParts();
  } catch {
    inform(tell('no-index'));
  }
}

function unknownOnes() {
  const {unknown} = readWhole();
  return isObject(unknown) ? unknown : {};
}

function makeSite(name) {
  const item = make('li');
  const drop = () => {
    keepSites([name], false);
    offerUndo(tell('removed', {name}), () => keepSites([name], true));
  };
  item.append(make('div', {className: 'names', textContent: name}), makeRemove([name], name, {remove: drop}));
  return item;
}

// Sites without a guide come to the list, or leave it.
function keepSites(names, isKept) {
  const {removed, ...whole} = readWhole();
  const unknown = {...unknownOnes()};
  const gone = {...(isObject(removed) && removed)};
  for (const name of names) {
    const before = unknown[name] ?? gone[name];
    delete unknown[name];
    delete gone[name];
    const there = isKept ? unknown : gone;
    there[name] = {added: before?.added ?? today(), at: later(moment(), before?.at)};
  }
  writeWhole({...whole, unknown, ...(Object.keys(gone).length && {removed: gone})});
  show();
}

function putSites(names) {
  const there = unknownOnes();
  const fresh = names.filter(name => !Object.hasOwn(there, name));
  if (fresh.length) keepSites(fresh, true);
}

function showParts() {
  const place = focused();
  const divided = parts();
  for (const id of PARTS) {
    const members = id === 'unknown' ? divided[id].slice(0, MOST_UNKNOWN) : divided[id];
    const rows = members.map(member => makeRow(id, member, reader(), act));
    let number = divided[id].length;
    if (id === 'unknown') {
      const sites = Object.keys(unknownOnes());
      number += sites.length;
      const room = Math.max(0, MOST_UNKNOWN - rows.length);
      rows.push(...sites.slice(0, room).map(makeSite));
      if (number > rows.length)
        rows.push(make('li', {textContent: tell('unknown-more', {number: number - rows.length})}));
    }
    find('ul', sections[id]).replaceChildren(...rows);
    find('h2 small', sections[id]).textContent = number;
    sections[id].hidden = !number;
  }
  const now = far(divided);
  if (isLoaded(Object.keys(list()))) keepAtHand(Object.keys(list()));
  keepOrder([...now.left, ...divided['no-way']].flatMap(({slugs}) => slugs));
  showProgress(now);
  const news = divided.done.filter(({isChanged}) => isChanged).length;
  find('[data-news]').hidden = !news;
  find('[data-news] a').textContent = tell('news', {number: news});
  run.show(now);
  refocus(place);
}

// For the guides, whose “Next” knows nothing else.
function keepOrder(order) {
  if (keeps() && String(read(ORDER)) !== String(order)) write(ORDER, order);
}

function showProgress({done, total, left, minutes}) {
  const isFar = done || left.some(task => task.one.state);
  find('[data-begin]').hidden = !left.length;
  find('[data-start]').textContent = tell(isFar ? 'go-on' : 'start');
  find('[data-time]').textContent = tell('to-do-left', {number: left.length, time: tell('minutes', {number: minutes})});
  if (total) {
    const bar = make('progress', {max: total, value: done, ariaLabel: tell('done')});
    progress.replaceChildren(bar, make('span', {textContent: tell('progress', {done, number: total})}));
  } else progress.textContent = tell(document.body.classList.contains('in-use') ? 'nothing-to-do' : 'nothing-ticked');
}

function decideAll(slugs, act) {
  for (const slug of slugs) decide(slug, mine => act(mine, slug));
  remember();
}

// What one decides about the platforms of a row, in this or in another part.
const act = {
  done(slugs, isDone) {
    decideAll(slugs, (mine, slug) => {
      const one = mine ?? {added: today()};
      return isDone ? ticked(one, today(), versionOf(slug)) : unticked(one);
    });
    show();
    say(`${tell(isDone ? 'now-done' : 'now-to-do', {name: namesOf(slugs)})} ${progress.textContent}`);
  },
  put(slugs, state) {
    decideAll(slugs, (mine, slug) => ({...unticked(mine ?? {added: today()}), state, version: versionOf(slug)}));
    show();
    say(tell(state === 'skipped' ? 'now-skipped' : 'now-later', {name: namesOf(slugs)}));
  },
  seen(slug) {
    decideAll([slug], ({was, ...mine}) => ({...mine, version: versionOf(slug)}));
    show();
  },
  remove(slugs) {
    const before = list();
    decideAll(slugs, () => undefined);
    show();
    offerUndo(tell('removed', {name: namesOf(slugs)}), () => decideAll(slugs, (_, slug) => before[slug]));
  },
};

const namesOf = slugs => slugs.map(nameOf).join(', ');

// Puts platforms on the list, and says how many are new.
function put(slugs) {
  const before = readList();
  const fresh = slugs.filter(slug => !Object.hasOwn(before, slug));
  decideAll(fresh, () => ({added: today()}));
  show();
  return fresh.length;
}

// Nothing stays behind, not even that something was removed.
function clear() {
  const before = readWhole();
  writeWhole({platforms: {}});
  show();
  offerUndo(tell('cleared'), () => writeWhole(mergeLists(readWhole(), before)));
}

// What was there comes back; what was done meanwhile stays.
function offerUndo(text, restore) {
  const undo = () => {
    restore();
    show();
    notice.replaceChildren();
    say(tell('undone'));
    find('h1').focus();
  };
  notice.replaceChildren(`${text} `, makeButton(tell('undo'), undo, 'small'));
  say(text);
}

function inform(text) {
  notice.textContent = text;
  say(text);
}

// Ticking moves a row to another part: the focus stays where the work goes on.
function focused() {
  const item = document.activeElement.closest('[data-part] li');
  if (!item) return null;
  const within = item.parentElement;
  return {within, place: [...within.children].indexOf(item), control: document.activeElement.localName};
}

function refocus(before) {
  if (!before) return;
  const item =
    before.within.children[before.place] ?? before.within.lastElementChild ?? find('[data-part]:not([hidden]) li');
  const control = item && (find(before.control, item) ?? find('input, button, a', item));
  (control ?? find('h1')).focus();
}

// The list as a file

async function take(file) {
  const {wrong, ...brought} = await load(file);
  if (wrong) return inform(`${tell(wrong, {file: file.name})} ${tell('nothing-changed')}`);
  const before = list();
  writeWhole(mergeLists(readWhole(), brought));
  takeRegion(brought.reader);
  await show();
  const slugs = Object.keys(brought.platforms);
  const fresh = slugs.filter(slug => !Object.hasOwn(before, slug)).length;
  return inform(tell('loaded', {number: slugs.length, file: file.name, fresh}));
}

// Where somebody said in a terminal that they are, unless they said it here.
function takeRegion(said) {
  if (region() || typeof said?.region !== 'string') return;
  const select = find('[data-region]');
  select.value = said.region;
  if (select.selectedIndex < 0) select.value = '';
  else write(READER, {...read(READER), region: said.region});
}

// What was ticked under a former name goes on under the present one.
function moveRenamed() {
  const before = list();
  const former = formerOf(before, data.renamed).filter(([, now]) => isKnown(now));
  if (!former.length) return;
  const found = Object.fromEntries(former.map(([slug, now]) => [now, before[slug]]));
  decideAll(Object.keys(found), (mine, slug) => merge(mine, found[slug]));
  decideAll(
    former.map(([slug]) => slug),
    () => undefined,
  );
}

// What cannot be believed is left out of the list, and put aside.
function mend() {
  writeOver(LIST, {...soundWhole(readWhole()), version: 1}, isSound);
}

const asideOf = () => Object.keys(localStorage).filter(name => name.startsWith(`${LIST}.`));

// What was put aside, here or by another page, is told of until somebody has done with it.
function tellDamage() {
  const box = find('[data-damaged]');
  const names = asideOf();
  box.hidden = !names.length;
  if (!names.length) return;
  const texts = () => names.map(name => localStorage.getItem(name)).join('\n');
  const forget = () => {
    for (const name of names) localStorage.removeItem(name);
    tellDamage();
    find('h1').focus();
  };
  const buttons = [
    makeButton(tell('damaged-save'), () => saveText(texts(), 'list-damaged.json'), 'small'),
    makeButton(tell('damaged-forget'), forget, 'small'),
  ];
  box.replaceChildren(`${tell('damaged')} `, buttons[0], ' ', buttons[1]);
}

// Whether anything can be kept at all.
function keeps() {
  try {
    localStorage.setItem('optout.test', '1');
    localStorage.removeItem('optout.test');
    return true;
  } catch {
    return false;
  }
}

const finding = prepareFinding({put, remove: act.remove, has: slug => Object.hasOwn(list(), slug), ready});
const run = prepareRun({act, parts, reader});
const handover = prepareHandover(show, offerUndo, inform);
prepareFill(put, putSites, inform, ready);
prepareFollowing({list, isTask: slug => TO_DO.includes(placedOf(slug).part), ready, inform});
find('[data-save]').onclick = () => saveList(readWhole(), region());
find('[data-print]').onclick = () => print();
find('[data-clear]').onclick = clear;
find('[data-load]').onchange = async ({target}) => {
  if (target.files.length) await take(target.files[0]);
  target.value = '';
};

if (!keeps()) warn();
else {
  if (!isSound(read(LIST))) mend();
  tellDamage();
}
find('[data-adding]').open = !Object.keys(list()).length;
show();
follow(LIST, show);
