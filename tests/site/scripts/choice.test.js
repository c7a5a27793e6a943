import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {caseOf, countries, viewOf} from './choice.js';

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
  assert.deepEqual(viewOf(views, '', 2), {
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
  assert.deepEqual(viewOf(views, 'DE', 0), {...german, ways: [[0, 1], []], lead: 'Both.'});
  assert.deepEqual(viewOf(views, 'DE', 1), {...german, ways: [[1], []], lead: ''});
  assert.deepEqual(viewOf(views, 'DE', 2).ways, [[], []]);
  assert.deepEqual(viewOf(views, 'JP', 0).hidden, ['DE']);
  assert.equal(viewOf(views, 'JP', 0).unknown, 'Not known.');
});

test('the countries that a browser knows are those of the catalog', () => {
  const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
  assert.deepEqual(countries(names), JSON.parse(readFileSync('countries.json')));
});
