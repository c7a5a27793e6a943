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
    statuses: [
      ['trains', '!', 'Trains'],
      ['asks', '+', 'Asks'],
    ],
    audiences: {DE: '001', '!DE': '010'},
    orders: [
      [[0], [1]],
      [[1], []],
      [[], []],
      [[0, 1], []],
    ],
    leads: ['', '', '', 'Both.'],
    rows: [
      [0, [0]],
      [1, [3, 1, 2], 2, null, 'Still'],
      [0, [1], null, 'Not known.'],
    ],
  };
  assert.deepEqual(viewOf(views, '', 'ios'), {
    own: undefined,
    unknown: undefined,
    title: undefined,
    status: {id: 'trains', mark: '!', label: 'Trains'},
    hidden: [],
    ways: [[0], [1]],
    lead: '',
  });
  const status = {id: 'asks', mark: '+', label: 'Asks'};
  const german = {status, own: 2, unknown: null, title: 'Still', hidden: ['!DE']};
  assert.deepEqual(viewOf(views, 'DE', ''), {...german, ways: [[0, 1], []], lead: 'Both.'});
  assert.deepEqual(viewOf(views, 'DE', 'web'), {...german, ways: [[1], []], lead: ''});
  assert.deepEqual(viewOf(views, 'DE', 'ios').ways, [[], []]);
  assert.deepEqual(viewOf(views, 'JP', '').hidden, ['DE']);
  assert.equal(viewOf(views, 'JP', '').unknown, 'Not known.');
});

test('countries come as bits', () => {
  assert.deepEqual(unpack(`18${'0'.repeat(4)}2${'0'.repeat(161)}1`), ['AD', 'AE', 'BA', 'ZZ']);
});
