// The list as a file: saved, and loaded again.

import {saveText} from './download.js';
import {isObject} from './kept.js';
import {MOST, soundList} from './list.js';
import {moment, today} from './moments.js';

const VERSION = 1;
const LARGEST = 1e6;

export function toFile({platforms, ...rest}) {
  const held = {...rest, optout: 'list', version: VERSION, platforms: soundList(platforms)};
  return `${JSON.stringify({optout: 'list', ...held}, null, 2)}\n`;
}

// What the text of a file holds: the list, or the name of the sentence that says what is wrong with it.
export function fromFile(text) {
  let held;
  try {
    held = JSON.parse(text);
  } catch {
    return {wrong: 'not-a-list'};
  }
  if (!isObject(held) || held.optout !== 'list' || !isObject(held.platforms)) return {wrong: 'not-a-list'};
  if (held.version !== VERSION) return {wrong: 'newer-list'};
  if (Object.keys(held.platforms).length > MOST) return {wrong: 'too-large'};
  const {optout, version, ...list} = held;
  return {...list, platforms: soundList(list.platforms)};
}

// The same for a file, which is not read if it is larger than any list.
export async function load(file) {
  if (file.size > LARGEST) return {wrong: 'too-large'};
  try {
    return fromFile(await file.text());
  } catch {
    return {wrong: 'unreadable'};
  }
}

// With where its reader is, if this page knows it better than the list.
function withRegion({reader, ...whole}, region) {
  const isNews = region && region !== reader?.region;
  const now = isNews ? {...reader, region, at: moment()} : reader;
  return {...(now && {reader: now}), ...whole};
}

export function saveList(whole, region) {
  saveText(toFile(withRegion(whole, region)), `my-list-${today()}.json`);
}
