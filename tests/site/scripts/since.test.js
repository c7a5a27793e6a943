// What somebody else's file says of a guide as it was is told, or is nothing; it never keeps the list from being shown.

import assert from 'node:assert/strict';
import test from 'node:test';

const words = {'value-changed': '{what}: {old}, {new}', 'way-new': '{name}', 'other-since': 'Other'};
const verdicts = {a: {label: 'A', place: 1}, b: {label: 'B', place: 2, asks: true}};
const fields = {switch: 'Switch', path: 'Path'};
const textContent = JSON.stringify({words, verdicts, fields, again: ['switch'], status: 'Status'});
globalThis.document = {documentElement: {lang: 'en'}, querySelector: () => ({textContent})};
const {since} = await import('./since.js');
const now = {verdict: 'b', ways: [{name: 'N', how: 'setting', switch: 'S', path: ['a', 'b']}]};
const said = was => since({was}, now, true).said;

test('what changed is said', () => {
  const was = {verdict: 'a', ways: [{name: 'N', how: 'setting', switch: 'T', path: ['a', 'b']}]};
  assert.deepEqual(said(was), ['Status: A, B', 'Switch: T, S']);
});

test('what is no text says nothing', () => {
  const odd = {toString: 1};
  for (const verdict of ['constructor', '__proto__', odd, [], 7])
    assert.deepEqual(said({verdict, ways: [null, 7]}), ['N']);
  const way = {how: 'setting', switch: odd, path: [odd, [odd]]};
  assert.deepEqual(said({verdict: 'b', ways: [way]}), ['Switch: –, S', 'Path: –, a › b']);
});
