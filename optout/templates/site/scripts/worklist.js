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

// Each former name that the list holds, with the present one.
export const formerOf = (list, renamed) => Object.entries(renamed).filter(([former]) => Object.hasOwn(list, former));

// The parts in which there is something that can be done, in the order of the plan.
export const TO_DO = ['quick', 'dear', 'letter', 'admin', 'later'];
export const PARTS = [...TO_DO, 'no-way', 'unsure', 'nothing', 'unknown', 'skipped', 'done'];
const PUT_OFF = ['', 'later', 'not-there'];

function partOf(one, placed) {
  if (!placed) return 'unknown';
  if (one.done) return 'done';
  if (one.state === 'skipped') return 'skipped';
  return one.state && TO_DO.includes(placed.part) ? 'later' : placed.part;
}

// What is the same for several platforms is one task for all of them, told by the guide of the first.
function joined(members) {
  const tasks = new Map();
  for (const member of members) {
    const key = member.placed.same === undefined ? member.slug : `${member.one.state ?? ''} ${member.placed.same}`;
    if (tasks.has(key)) tasks.get(key).slugs.push(member.slug);
    else tasks.set(key, {...member, slugs: [member.slug]});
  }
  return [...tasks.values()];
}

// The list by the parts of the plan. `placedOf` gives where the plan has a platform for this reader, and nothing for one that
// the site does not have; `nameOf` its name. Of what is done comes first what has `changed`, then the latest.
export function divide(list, placedOf, nameOf, changed) {
  const parts = Object.fromEntries(PARTS.map(part => [part, []]));
  const members = Object.entries(list).map(([slug, one]) => ({slug, one, placed: placedOf(slug), name: nameOf(slug)}));
  const place = ({placed}) => placed?.place ?? placed?.rank ?? 0;
  members.sort((one, other) => place(one) - place(other) || one.name.localeCompare(other.name));
  for (const member of members) {
    const isChanged = Boolean(member.placed && member.one.done) && changed(member.slug, member.one);
    parts[partOf(member.one, member.placed)].push({...member, slugs: [member.slug], isChanged});
  }
  for (const part of TO_DO) parts[part] = joined(parts[part]);
  parts.later.sort((one, other) => PUT_OFF.indexOf(one.one.state) - PUT_OFF.indexOf(other.one.state));
  parts.done.sort((one, other) => other.isChanged - one.isChanged || other.one.done.localeCompare(one.one.done));
  return parts;
}

// How far one is: of what can be done how many accounts are done, what is left, and how many minutes that takes.
export function far(parts) {
  const left = TO_DO.flatMap(part => parts[part]);
  const open = left.reduce((sum, task) => sum + task.slugs.length, 0);
  const seconds = left.reduce((sum, task) => sum + task.placed.seconds, 0);
  const done = parts.done.filter(({placed}) => !placed || TO_DO.includes(placed.part)).length;
  return {left, done, total: done + open, minutes: Math.ceil(seconds / 60)};
}
