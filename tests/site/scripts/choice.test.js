import assert from 'node:assert/strict';
import {test} from 'node:test';
import {caseOf, unpack, viewOf} from './choice.js';

const sets = ['AT DE FR', 'US-CA'];

test('a region that is not known, those of each set, and all others are told apart', () => {
  assert.deepEqual(
    ['', 'DE', 'US-CA', 'US', 'JP'].map(region => caseOf(sets, region)),
    [0, 1, 2, 3, 3],
  );
  assert.deepEqual(
    ['', 'DE'].map(region => caseOf([], region)),
    [0, 1],
  );
});

test('a view is looked up by region and device', () => {
  const views = {
    sets: ['DE'],
    devices: ['', 'web', 'ios'],
    statuses: ['trains', 'asks'],
    audiences: ['DE', '!DE'],
    orders: [
      [[0], [1]],
      [[1], []],
      [[], []],
      [[0, 1], []],
    ],
    leads: ['', '', '', 'Both.'],
    rows: [
      {status: 0, hidden: [], ways: [0, 0, 0]},
      {status: 1, own: 2, title: 'Still', hidden: [1], ways: [3, 1, 2]},
      {status: 0, hidden: [0], ways: [1, 1, 1]},
    ],
  };
  assert.deepEqual(viewOf(views, '', ''), {
    status: 'trains',
    hidden: [],
    ways: [[0], [1]],
    lead: '',
  });
  const german = {status: 'asks', own: 2, title: 'Still', hidden: ['!DE']};
  assert.deepEqual(viewOf(views, 'DE', ''), {...german, ways: [[0, 1], []], lead: 'Both.'});
  assert.deepEqual(viewOf(views, 'DE', 'web'), {...german, ways: [[1], []], lead: ''});
  assert.deepEqual(viewOf(views, 'DE', 'ios').ways, [[], []]);
  assert.deepEqual(viewOf(views, 'JP', '').hidden, ['DE']);
});

test('countries come packed by their first letter', () => {
  assert.deepEqual(unpack('ADE BA ZW'), ['AD', 'AE', 'BA', 'ZW']);
});
