// How two lists become one, and what of a list is to be done in which order.

import {isObject} from './kept.js';
import {ordered, soundList} from './list.js';

// Of two records the one that was decided later; of one moment always the same one, whichever comes first.
function newest(one, other) {
  const text = ({added, ...record}) =>
    ordered(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')));
  const rank = record => [record.at ?? '', text(record)];
  const [[at, first], [otherAt, second]] = [rank(one), rank(other)];
  return at > otherAt || (at === otherAt && first >= second) ? one : other;
}

// Of two records of a platform: since when it is on the list, and what was decided last.
export function merge(one, other) {
  if (!one) return other;
  return {...newest(one, other), added: one.added < other.added ? one.added : other.added};
}

export function add(list, other) {
  for (const [slug, one] of Object.entries(other)) list[slug] = merge(list[slug], one);
}

const entriesOf = value => Object.entries(isObject(value) ? value : {});
const partsOf = ({platforms, unknown, removed}) => ({platforms: soundList(platforms), unknown, removed});

// The accounts of a list by name, each with the part of the file in which it stands.
function accounts(list) {
  const found = {__proto__: null};
  for (const [part, records] of Object.entries(partsOf(list))) {
    for (const [name, one] of entriesOf(records)) {
      if (isObject(one) && !(found[name]?.one.at >= one.at)) found[name] = {part, one};
    }
  }
  return found;
}

function newestAccount(one, other) {
  if (!one || !other) return one ?? other;
  // As for one record, where the part is one more field of it.
  const {part, ...record} = merge({...one.one, part: one.part}, {...other.one, part: other.part});
  return {part, one: record};
}

// Two lists as one, with all that stands in their files: see docs/list.md.
export function mergeLists(one, other) {
  const both = {};
  for (const name of Object.keys({...one, ...other})) {
    const values = [one, other].filter(list => Object.hasOwn(list, name)).map(list => list[name]);
    both[name] = values.reduce((first, second) => (ordered(first) >= ordered(second) ? first : second));
  }
  if (isObject(one.reader) && isObject(other.reader)) both.reader = newest(one.reader, other.reader);
  const [mine, theirs] = [accounts(one), accounts(other)];
  for (const part of Object.keys(partsOf(both))) delete both[part];
  both.platforms = {};
  for (const name of Object.keys({...mine, ...theirs})) {
    const {part, one: record} = newestAccount(mine[name], theirs[name]);
    both[part] = {...both[part], [name]: record};
  }
  const named = {...both.profiles};
  for (const [name, profile] of entriesOf(one.profiles)) {
    if (isObject(other.profiles?.[name]) && isObject(profile)) named[name] = mergeLists(profile, other.profiles[name]);
    else named[name] = profile;
  }
  for (const [name, profile] of entriesOf(other.profiles)) named[name] ??= profile;
  if (Object.keys(named).length) both.profiles = named;
  return both;
}

// What was ticked under a former name goes on under the present one; says whether there was any.
export function rename(list, renamed) {
  const former = Object.keys(renamed).filter(slug => Object.hasOwn(list, slug));
  for (const slug of former) {
    add(list, {[renamed[slug]]: list[slug]});
    delete list[slug];
  }
  return former.length > 0;
}

function partOf(one, shown) {
  if (!shown) return 'gone';
  if (one.done) return 'done';
  if (one.state === 'skipped') return 'skipped';
  return shown.todo ? 'to-do' : 'nothing';
}

// The list by its parts. `shownOf` gives what the lists show of a platform where the reader is, and nothing for one that
// the site does not have; `versionOf` the present version of its guide. On by default and quick comes first, of what is
// done that whose guide has changed since, then the latest. What was put off in a terminal comes last.
export function divide(list, shownOf, versionOf) {
  const parts = {'to-do': [], done: [], nothing: [], skipped: [], gone: []};
  for (const [slug, one] of Object.entries(list)) {
    const shown = shownOf(slug);
    const changed = Boolean(shown && one.done) && one.version !== versionOf(slug);
    parts[partOf(one, shown)].push({slug, one, shown, changed});
  }
  const putOff = ({one}) => ['later', 'not-there'].indexOf(one.state);
  parts['to-do'].sort(
    (one, other) =>
      putOff(one) - putOff(other) || one.shown.effort - other.shown.effort || one.slug.localeCompare(other.slug),
  );
  parts.done.sort((one, other) => other.changed - one.changed || other.one.done.localeCompare(one.one.done));
  return parts;
}
