// The reader's list: what may be believed of it. It may come from a file, from an older page, or from anybody's hand.

import {isObject} from './kept.js';
import {today} from './moments.js';

// More is no list of somebody: it would only make the page slow.
export const MOST = 5000;

const STATES = ['later', 'skipped', 'not-there'];

const isText = (value, form) => typeof value === 'string' && form.test(value);
const isSlug = text => isText(text, /^[a-z\d]+(-[a-z\d]+)*$/) && text.length < 100;

function isDate(text) {
  if (!isText(text, /^\d{4}-\d\d-\d\d$/)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isMoment = text =>
  isDate(text) ||
  (isText(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)));

// What is known to nobody here is kept as it is: a newer page or a terminal may have written it.
function tidy({added, at, done, version, state, ...rest}) {
  const day = isDate(added) ? added : today();
  const known = isText(version, /^[\da-f]{8}$/) ? version : '';
  const isDone = isDate(done);
  return {
    ...rest,
    added: day,
    at: isMoment(at) ? at : isDone ? done : day,
    ...(isDone ? {done, version: known} : {...(known && {version: known}), ...(STATES.includes(state) && {state})}),
  };
}

// The list without what cannot be one: each platform with its days, the moment of the last decision about it, and the
// version of its guide then.
export function soundList(platforms) {
  const entries = isObject(platforms) ? Object.entries(platforms) : [];
  const sound = entries.filter(([slug, one]) => isSlug(slug) && isObject(one)).slice(0, MOST);
  return {__proto__: null, ...Object.fromEntries(sound.map(([slug, one]) => [slug, tidy(one)]))};
}

// Whether a record says nothing that would be left out. What has no value yet was written by an older page.
function isRecord(one) {
  if (!isObject(one)) return false;
  const {added, at, done, version = '', state} = one;
  return (
    (added === undefined || isDate(added)) &&
    (at === undefined || isMoment(at)) &&
    (done === undefined || isDate(done)) &&
    (version === '' || isText(version, /^[\da-f]{8}$/)) &&
    (state === undefined || STATES.includes(state))
  );
}

// What beside the platforms may stand in a list, and has to be a record of records if it does.
const besideOf = ({unknown, removed, profiles}) => Object.entries({unknown, removed, profiles});
const isPart = part => part === undefined || (isObject(part) && Object.values(part).every(isObject));

// Whether nothing of what was kept would be left out.
export function isSound(kept) {
  if (kept === null) return true;
  if (!isObject(kept) || kept.version !== 1 || !isObject(kept.platforms)) return false;
  const {platforms, reader = {}} = kept;
  const isWhole = Object.keys(soundList(platforms)).length === Object.keys(platforms).length;
  return (
    isWhole &&
    isObject(reader) &&
    Object.values(platforms).every(isRecord) &&
    besideOf(kept).every(([, part]) => isPart(part))
  );
}

// The whole of what was kept without what would be left out.
export function soundWhole({reader, unknown, removed, profiles, ...kept}) {
  const whole = besideOf({unknown, removed, profiles}).map(([name, part]) => [
    name,
    Object.entries(isObject(part) ? part : {}).filter(([, one]) => isObject(one)),
  ]);
  const beside = whole
    .filter(([, records]) => records.length)
    .map(([name, records]) => [name, Object.fromEntries(records)]);
  return {
    ...kept,
    ...(isObject(reader) && {reader}),
    ...Object.fromEntries(beside),
    platforms: {...soundList(kept.platforms)},
  };
}

// A value as text by which the same one is always the later one, here as in a terminal.
export function ordered(value) {
  if (Array.isArray(value)) return `[${value.map(ordered)}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map(field => `${JSON.stringify(field)}:${ordered(value[field])}`)}}`;
}
