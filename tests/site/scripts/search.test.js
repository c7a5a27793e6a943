import assert from 'node:assert/strict';
import {test} from 'node:test';
import {closeness, editDistance, fit, fold, hostOf, misspelt, search} from './search.js';

const linkedin = ['linkedin', 'microsoft', 'linkedin.com'];
const names = found => found.map(row => row.keys[0]);

test('letters lose their accents and their case', () => {
  assert.equal(fold('  LÍNKEDÏN '), 'linkedin');
  assert.equal(fold('豆包'), '豆包');
});

test('a host is read from a pasted address, and from nothing else', () => {
  assert.equal(hostOf('https://www.linkedin.com/feed?x=1'), 'linkedin.com');
  assert.equal(hostOf('de.linkedin.com:443'), 'de.linkedin.com');
  for (const text of ['linkedin', 'a b.c', 'x.', '.com', '']) assert.equal(hostOf(text), undefined, text);
});

test('all of a key is nearer than its beginning, a word in it, anything inside', () => {
  const measured = ['teams', 'team', 's', 'eam'].map(wanted => closeness('teams', wanted));
  assert.deepEqual(measured, [0, 1, Infinity, 5]);
  assert.equal(closeness('microsoft teams', 'teams'), 3);
  assert.equal(closeness('teams', 'slack'), Infinity);
});

test('the beginning of a name counts more than all of another key', () => {
  assert.ok(fit(['openai crawlers', 'openai'], 'openai') < fit(['sora', 'openai'], 'openai'));
});

test('a domain is found by what lies below it, and by no other that ends alike', () => {
  assert.equal(fit(linkedin, 'de.linkedin.com', 'de.linkedin.com'), 1);
  assert.equal(fit(linkedin, 'notlinkedin.com', 'notlinkedin.com'), Infinity);
  assert.equal(fit(linkedin, 'linkedin.com.example.org', 'linkedin.com.example.org'), Infinity);
});

test('words in any order fit if each is in some key', () => {
  assert.equal(fit(['google photos', 'google'], 'photos google'), 8);
  assert.equal(fit(['google photos', 'google'], 'photos apple'), Infinity);
});

test('a slip, a gap, a letter too many and two letters swapped are one mistake each', () => {
  const measured = ['slacc', 'slck', 'slackk', 'salck', 'slack'].map(typed => editDistance(typed, 'slack', 3));
  assert.deepEqual(measured, [1, 1, 1, 1, 0]);
  assert.equal(editDistance('slack', 'teams', 3), Infinity);
  assert.equal(editDistance('abcd', '', 3), Infinity);
});

test('there may be one mistake for every three letters, three at most', () => {
  assert.equal(misspelt(['xy'], 'xx'), Infinity);
  assert.equal(misspelt(['linkedin'], 'linkdin'), 1);
  assert.equal(misspelt(['abcdefghijklmno'], 'zzzzefghijklmno'), Infinity);
});

test('what fits comes best first; what was misspelt only where nothing fits', () => {
  const rows = [{keys: ['sora', 'openai']}, {keys: ['openai crawlers', 'openai']}, {keys: linkedin}];
  const byName = (one, other) => one.keys[0].localeCompare(other.keys[0]);
  assert.deepEqual(names(search(rows, 'OpenAI', byName).exact), ['openai crawlers', 'sora']);
  assert.deepEqual(search(rows, 'OpenAI', byName).similar, []);
  assert.deepEqual(names(search(rows, 'linkdin', byName).similar), ['linkedin']);
  assert.deepEqual(names(search(rows, 'https://linkdin.com', byName).similar), ['linkedin']);
  assert.deepEqual(search(rows, 'zzzzzzzzz', byName), {exact: [], similar: []});
});
