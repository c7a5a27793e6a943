// The reader's list: what may be believed of it. It may come from a file, from an older page, or from anybody's hand.

import {today} from './mine.js';

// More is no list of somebody: it would only make the page slow.
export const MOST = 5000;

const isText = (value, form) => typeof value === 'string' && form.test(value);
export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSlug = text => isText(text, /^[a-z\d]+(-[a-z\d]+)*$/) && text.length < 100;

function isDate(text) {
  if (!isText(text, /^\d{4}-\d\d-\d\d$/)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function tidy({added, done, version}) {
  return {
    added: isDate(added) ? added : today(),
    ...(isDate(done) && {done, version: isText(version, /^[\da-f]{8}$/) ? version : ''}),
  };
}

// The list without what cannot be one: each platform with its days, and the version of its guide that was ticked off.
export function soundList(platforms) {
  const entries = isObject(platforms) ? Object.entries(platforms) : [];
  const sound = entries.filter(([slug, one]) => isSlug(slug) && isObject(one)).slice(0, MOST);
  return {__proto__: null, ...Object.fromEntries(sound.map(([slug, one]) => [slug, tidy(one)]))};
}

// Whether nothing of what was kept would be left out.
export function isSound(kept) {
  if (kept === null) return true;
  const platforms = isObject(kept) ? kept.platforms : undefined;
  return isObject(platforms) && Object.keys(soundList(platforms)).length === Object.keys(platforms).length;
}
