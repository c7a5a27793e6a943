import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isSound, MOST, soundList} from './list.js';
import {load, toFile} from './listfile.js';
import {add, divide, merge, rename} from './worklist.js';

const sound = platforms => ({...soundList(platforms)});
const file = (text, size = text.length) => ({size, text: async () => text});
const saved = platforms => JSON.stringify({optout: 'list', version: 1, platforms});

test('a sound list stays as it is', () => {
  const list = {chatgpt: {added: '2026-01-01'}, x: {added: '2026-01-02', done: '2026-02-28', version: '0123abcd'}};
  assert.deepEqual(sound(list), list);
  assert.ok(isSound({version: 1, platforms: list}));
  assert.ok(isSound(null));
});

test('what is no list is none', () => {
  for (const nonsense of [null, 7, 'a', [], ['x'], undefined, true]) assert.deepEqual(sound(nonsense), {});
  for (const kept of [undefined, 7, 'a', [], {}, {platforms: []}, {platforms: 'a'}]) assert.ok(!isSound(kept), kept);
});

test('no platform is believed that has no name of one, or is no record', () => {
  const list = {
    'a b': {},
    '-a': {},
    [`a${'b'.repeat(100)}`]: {},
    ['__proto__']: {},
    '<img>': {},
    a: 'yes',
    b: null,
    c: [],
    d: 7,
  };
  assert.deepEqual(sound(list), {});
  assert.ok(!isSound({platforms: list}));
  assert.equal({}.added, undefined);
});

test('a day is a text and a day of the calendar, or it is none', () => {
  for (const done of [['2026-01-02'], {toString: 1}, 20260102, '2026-02-30', '2026-13-01', '2026-1-2', ' 2026-01-02']) {
    assert.deepEqual(sound({x: {added: '2026-01-01', done, version: '0123abcd'}}), {x: {added: '2026-01-01'}}, done);
  }
  assert.equal(sound({x: {added: '2024-02-29'}}).x.added, '2024-02-29');
  assert.match(sound({x: {added: ['2026-01-01']}}).x.added, /^\d{4}-\d\d-\d\d$/);
});

test('a version that is none says that the guide may have changed', () => {
  for (const version of [{}, ['0123abcd'], '0123ABCD', '<script>', undefined]) {
    const list = sound({x: {added: '2026-01-01', done: '2026-01-02', version}});
    assert.deepEqual(list.x, {added: '2026-01-01', done: '2026-01-02', version: ''});
  }
});

test('two records become one: the earlier day it came, the later tick', () => {
  const early = {added: '2026-01-01', done: '2026-02-01', version: 'aaaaaaaa'};
  const late = {added: '2026-01-05', done: '2026-03-01', version: 'bbbbbbbb'};
  const both = {added: '2026-01-01', done: '2026-03-01', version: 'bbbbbbbb'};
  assert.deepEqual(merge(early, late), both);
  assert.deepEqual(merge(late, early), both);
  assert.deepEqual(merge(undefined, late), late);
  assert.deepEqual(merge({added: '2026-01-01'}, late), both);
  const list = {x: {added: '2026-01-02'}};
  add(list, {x: {added: '2026-01-01'}, y: late});
  assert.deepEqual(list, {x: {added: '2026-01-01'}, y: late});
});

test('what was ticked under a former name goes on under the present one', () => {
  const list = {twitter: {added: '2026-01-01', done: '2026-01-03', version: ''}, x: {added: '2026-01-02'}};
  assert.ok(rename(list, {twitter: 'x', bard: 'gemini'}));
  assert.deepEqual(list, {x: {added: '2026-01-01', done: '2026-01-03', version: ''}});
  assert.ok(!rename(list, {twitter: 'x'}));
});

test('a list is divided by what is left to do, in which order', () => {
  const shown = {
    hard: {effort: 3, todo: true},
    easy: {effort: 1, todo: true},
    also: {effort: 1, todo: true},
    safe: {effort: 9, todo: false},
    old: {effort: 2, todo: true},
    fresh: {effort: 2, todo: true},
  };
  const list = {
    hard: {},
    safe: {},
    easy: {},
    also: {},
    bebo: {done: '2026-01-01'},
    fresh: {done: '2026-01-09', version: 'now'},
    old: {done: '2026-01-01', version: 'then'},
  };
  const parts = divide(
    list,
    slug => shown[slug],
    () => 'now',
  );
  const slugs = Object.fromEntries(Object.entries(parts).map(([id, members]) => [id, members.map(one => one.slug)]));
  assert.deepEqual(slugs, {
    'to-do': ['also', 'easy', 'hard'],
    done: ['old', 'fresh'],
    nothing: ['safe'],
    gone: ['bebo'],
  });
  assert.deepEqual(
    parts.done.map(one => one.changed),
    [true, false],
  );
});

test('a list comes back from its file', async () => {
  const list = {x: {added: '2026-01-02', done: '2026-02-28', version: '0123abcd'}};
  assert.deepEqual({...(await load(file(toFile(list)))).platforms}, list);
});

test('anything else says what is wrong with it', async () => {
  const nothing = ['', '{', '[]', 'null', '7', '{}', '{"optout":"list"}', '{"optout":"list","platforms":[]}'];
  for (const text of nothing) assert.deepEqual(await load(file(text)), {wrong: 'not-a-list'}, text);
  const newer = '{"optout":"list","version":2,"platforms":{}}';
  assert.deepEqual(await load(file(newer)), {wrong: 'newer-list'});
  assert.deepEqual(await load(file('{}', 2e6)), {wrong: 'too-large'});
  const many = Object.fromEntries(Array.from({length: MOST + 1}, (_, number) => [`a${number}`, {}]));
  assert.deepEqual(await load(file(saved(many))), {wrong: 'too-large'});
  const gone = {size: 1, text: () => Promise.reject(new Error('gone'))};
  assert.deepEqual(await load(gone), {wrong: 'unreadable'});
});

test('of a list with nonsense in it what is sound is taken', async () => {
  const text = saved({x: {added: '2026-01-01', done: ['2026-01-02']}, '<b>': {}});
  assert.deepEqual({...(await load(file(text))).platforms}, {x: {added: '2026-01-01'}});
});
