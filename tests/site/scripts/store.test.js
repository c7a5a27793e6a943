import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';

const warning = {hidden: true, textContent: 'It is not kept.'};
const said = {};
globalThis.document = {querySelector: selector => (selector === '[data-unkept]' ? warning : said)};
const kept = new Map();
const storage = {getItem: key => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text)};
const full = {
  getItem: storage.getItem,
  setItem: () => {
    throw new Error('full');
  },
};

const {read, write} = await import('./store.js');
const {decide} = await import('./decided.js');
const {readList} = await import('./kept.js');
const {today} = await import('./moments.js');

beforeEach(() => {
  kept.clear();
  warning.hidden = true;
  globalThis.localStorage = storage;
});

test('what is written is read', () => {
  write('a', {b: 1});
  assert.deepEqual(read('a'), {b: 1});
  assert.ok(warning.hidden);
});

test('nothing, nonsense and a storage that throws are told apart from what is kept', () => {
  assert.equal(read('a'), null);
  for (const text of ['', '{']) {
    kept.set('a', text);
    assert.equal(read('a'), undefined, text);
  }
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new Error('denied');
    },
  });
  assert.equal(read('b'), undefined);
  Object.defineProperty(globalThis, 'localStorage', {configurable: true, writable: true, value: storage});
});

test('a full storage is told where everybody sees it, and the page goes on', () => {
  globalThis.localStorage = full;
  write('c', {d: 1});
  assert.deepEqual(read('c'), {d: 1});
  assert.ok(!warning.hidden);
  assert.equal(said.textContent, warning.textContent);
  globalThis.localStorage = storage;
  write('c', {d: 2});
  assert.deepEqual(JSON.parse(kept.get('c')), {d: 2});
});

test('a list is changed in what is kept at that moment, whatever stands there', () => {
  for (const text of ['7', '[]', '{"platforms":7}', '{"platforms":null}', '"a"']) {
    kept.set('optout.list.1', text);
    decide('x', () => ({added: '2026-01-01'}));
    const {at, ...one} = JSON.parse(kept.get('optout.list.1')).platforms.x;
    assert.deepEqual(one, {added: '2026-01-01'}, text);
    assert.match(at, /Z$/);
  }
  kept.set('optout.list.1', '{"platforms":{"__proto__":{"added":"x"}}}');
  assert.equal(Object.getPrototypeOf(readList()), null);
});

test('today is a day as ISO 8601 writes it', () => {
  assert.match(today(), /^\d{4}-\d\d-\d\d$/);
});
