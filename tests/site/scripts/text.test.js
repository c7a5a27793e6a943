import assert from 'node:assert/strict';
import {test} from 'node:test';
import {teller} from './text.js';

const words = {
  plain: 'Done',
  named: '{name} is done, {name}!',
  counted: {one: '{number} part.', other: '{number} parts.'},
};

test('values are put into their places', () => {
  const tell = teller(words, 'en');
  assert.equal(tell('plain'), 'Done');
  assert.equal(tell('named', {name: '$& {number}'}), '$& {number} is done, $& {number}!');
});

test('a number chooses its form, and is written as the language does', () => {
  const english = teller(words, 'en');
  assert.deepEqual(
    [0, 1, 2, 1234].map(number => english('counted', {number})),
    ['0 parts.', '1 part.', '2 parts.', '1,234 parts.'],
  );
  assert.equal(teller(words, 'de')('counted', {number: 1234}), '1.234 parts.');
});

test('a form that is not there is the other one', () => {
  assert.equal(teller({counted: {one: 'x', other: 'y'}}, 'pl')('counted', {number: 3}), 'y');
});
