import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFileSync} from 'node:fs';
import {decide, ticked, unticked} from './decided.js';
import {isSound, MOST, ordered, soundList} from './list.js';
import {load, toFile} from './listfile.js';
import {later, moment} from './moments.js';
import {divide, far, formerOf, merge, mergeLists} from './worklist.js';

// What is written without a moment has that of its last day.
const dated = one => ({...one, at: one.at ?? one.done ?? one.added});
const sound = platforms => Object.fromEntries(Object.entries(soundList(platforms)));
const file = (text, size = text.length) => ({size, text: async () => text});
const saved = platforms => JSON.stringify({optout: 'list', version: 1, platforms});

test('a sound list stays as it is', () => {
  const list = {
    chatgpt: dated({added: '2026-01-01'}),
    x: {
      added: '2026-01-02',
      at: '2026-03-01T08:00:00Z',
      done: '2026-02-28',
      version: '0123abcd',
      plan: 'Team',
      newer: [1],
    },
    slack: {added: '2026-01-02', at: '2026-03-01T08:00:00Z', version: '0123abcd', state: 'later', was: {ways: []}},
  };
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
    const list = {x: {added: '2026-01-01', done, version: '0123ABCD'}};
    assert.deepEqual(sound(list), {x: {added: '2026-01-01', at: '2026-01-01'}}, done);
  }
  assert.equal(sound({x: {added: '2024-02-29'}}).x.added, '2024-02-29');
  assert.match(sound({x: {added: ['2026-01-01']}}).x.added, /^\d{4}-\d\d-\d\d$/);
});

test('a version that is none says that the guide may have changed', () => {
  for (const version of [{}, ['0123abcd'], '0123ABCD', '<script>', undefined]) {
    const list = sound({x: {added: '2026-01-01', done: '2026-01-02', version}});
    assert.deepEqual(list.x, {added: '2026-01-01', at: '2026-01-02', done: '2026-01-02', version: ''});
  }
});

test('two records become one: the earlier day it came, the later tick', () => {
  const early = dated({added: '2026-01-01', done: '2026-02-01', version: 'aaaaaaaa'});
  const late = dated({added: '2026-01-05', done: '2026-03-01', version: 'bbbbbbbb'});
  const both = {...late, added: '2026-01-01'};
  assert.deepEqual(merge(early, late), both);
  assert.deepEqual(merge(late, early), both);
  assert.deepEqual(merge(undefined, late), late);
  assert.deepEqual(merge(dated({added: '2026-01-01'}), late), both);
});

test('what is listed under a former name is found', () => {
  const list = {twitter: {}, x: {}};
  assert.deepEqual(formerOf(list, {twitter: 'x', bard: 'gemini'}), [['twitter', 'x']]);
});

test('a list is divided as the plan is: what is quick first, what is the same once, what was put off last', () => {
  const placed = {
    hard: {part: 'letter', place: 9, seconds: 300},
    easy: {part: 'quick', place: 1, seconds: 40},
    twin: {part: 'quick', place: 1, seconds: 40, same: 0},
    zwin: {part: 'quick', place: 1, seconds: 40, same: 0},
    off: {part: 'quick', place: 0, seconds: 20},
    left: {part: 'quick', place: 0, seconds: 20},
    none: {part: 'no-way', rank: 2},
    safe: {part: 'nothing', rank: 5},
    old: {part: 'quick', place: 1, seconds: 40},
    fresh: {part: 'quick', place: 1, seconds: 40},
    gone: {part: 'no-way', rank: 2},
  };
  const list = {
    ...{zwin: {}, hard: {}, off: {state: 'later'}, left: {state: 'skipped'}, none: {}, safe: {}, easy: {}, twin: {}},
    ...{bebo: {done: '2026-01-01'}, fresh: {done: '2026-01-09'}, old: {done: '2026-01-01'}, gone: {done: '2026-01-01'}},
  };
  const parts = divide(
    list,
    slug => placed[slug],
    slug => slug,
    slug => slug === 'old',
  );
  const slugs = Object.entries(parts).map(([id, members]) => [id, members.map(one => one.slugs.join('+'))]);
  assert.deepEqual(Object.fromEntries(slugs.filter(([, members]) => members.length)), {
    quick: ['easy', 'twin+zwin'],
    letter: ['hard'],
    later: ['off'],
    'no-way': ['none'],
    nothing: ['safe'],
    unknown: ['bebo'],
    skipped: ['left'],
    done: ['old', 'fresh', 'gone'],
  });
  const {done, total, left, minutes} = far(parts);
  assert.deepEqual([done, total, left.length, minutes], [2, 7, 4, 7]);
});

test('a list comes back from its file', async () => {
  const list = {
    reader: {region: 'DE', at: '2026-01-01'},
    platforms: {x: dated({added: '2026-01-02', done: '2026-02-28', version: '0123abcd'})},
    removed: {bebo: {added: '2026-01-01', at: '2026-01-02'}},
    profiles: {work: {platforms: {slack: {added: '2026-01-01'}}}},
    newer: 7,
  };
  const {platforms, ...rest} = await load(file(toFile(list)));
  assert.deepEqual({...rest, platforms: {...platforms}}, list);
  assert.ok(toFile(list).startsWith('{\n  "optout": "list",'));
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
  assert.deepEqual({...(await load(file(text))).platforms}, {x: dated({added: '2026-01-01'})});
});

test('two lists become the same one here as in a terminal', () => {
  for (const {name, one, other, merged} of JSON.parse(readFileSync('lists.json', 'utf8'))) {
    const plain = list => JSON.parse(JSON.stringify(list));
    assert.deepEqual(plain(mergeLists(one, other)), merged, name);
    assert.deepEqual(plain(mergeLists(other, one)), merged, name);
    assert.deepEqual(plain(mergeLists(merged, other)), merged, name);
  }
});

test('what is decided is decided now, what was removed stays so, and all else stays as it is', () => {
  const then = '2026-01-01T08:00:00Z';
  const kept = {};
  globalThis.localStorage = {
    getItem: key => kept[key] ?? null,
    setItem: (key, text) => Object.assign(kept, {[key]: text}),
  };
  const whole = () => JSON.parse(kept['optout.list.1']);
  const y = {added: '2026-01-01', at: then};
  const before = {version: 1, reader: {region: 'DE'}, platforms: {x: y, y, z: 'nonsense'}};
  kept['optout.list.1'] = JSON.stringify(before);
  decide('x', one => ticked(one, '2026-01-02', '0123abcd'));
  const {x, ...others} = whole().platforms;
  assert.deepEqual({...x, at: ''}, {added: '2026-01-01', at: '', done: '2026-01-02', version: '0123abcd'});
  assert.ok(x.at > then);
  assert.deepEqual({...whole(), platforms: others}, {...before, platforms: {y, z: 'nonsense'}, removed: {}});
  decide('y', () => undefined);
  const gone = whole().removed.y;
  assert.equal(gone.added, '2026-01-01');
  decide('y', () => ({added: '2026-01-01'}));
  assert.ok(whole().platforms.y.at > gone.at);
  assert.deepEqual(whole().removed, {});
});

test('a tick that is taken back leaves nothing of it but what is known of the account', () => {
  const one = {added: '2026-01-01', at: '2026-01-02', plan: 'Team', state: 'later', was: {ways: []}};
  const done = ticked(one, '2026-01-03', '0123abcd');
  assert.deepEqual(done, {
    added: '2026-01-01',
    at: '2026-01-02',
    plan: 'Team',
    done: '2026-01-03',
    version: '0123abcd',
  });
  assert.deepEqual(unticked(done), {added: '2026-01-01', at: '2026-01-02', plan: 'Team'});
});

test('a decision comes after the one before, whatever the clocks say', () => {
  assert.match(moment(), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.equal(later('2026-11-30T08:00:00Z', '2026-11-30T12:00:00Z'), '2026-11-30T12:00:01Z');
  assert.equal(later('2026-11-30T12:00:00Z', '2026-11-30'), '2026-11-30T12:00:00Z');
  assert.equal(later('2026-11-30'), '2026-11-30');
  assert.equal(ordered({b: [1, {}], a: 'ü'}), '{"a":"ü","b":[1,{}]}');
});
