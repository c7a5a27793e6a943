import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {distance, hostOf, near, openIndex, words} from './search.js';

const index = JSON.parse(readFileSync('index.json'));
const search = openIndex(index);
const lines = readFileSync('search.txt', 'utf8').split('\n');

// The same cases as the terminal has.
for (const line of lines.filter(one => one && !one.startsWith('#'))) {
  const [asked, first] = line.split(' => ');
  test(`a search finds what people mean: ${line}`, () => {
    const {found, isNear} = search(asked.replaceAll('|', ' '));
    const wanted = first === 'nothing' ? [] : first.replace(/^~/, '').split(' ');
    assert.deepEqual(found.slice(0, wanted.length), wanted);
    assert.equal(found.length > 0, wanted.length > 0);
    assert.equal(isNear, first.startsWith('~'));
  });
}

test('words lose their accents, their capitals and their signs', () => {
  assert.deepEqual(words('  LÍNKEDÏN, İstanbul & 豆包! Straße, don’t a_b'), [
    ...['linkedin', 'istanbul', '豆包', 'strasse', 'don', 't', 'a', 'b'],
  ]);
  assert.deepEqual(words('*** … '), []);
});

test('a host is read from a pasted address, and from nothing else', () => {
  assert.equal(hostOf('https://www.linkedin.com/feed?x=1'), 'linkedin.com');
  assert.equal(hostOf(' De.LinkedIn.com:443 '), 'de.linkedin.com');
  assert.equal(hostOf('https://münchen.example/'), 'xn--mnchen-3ya.example');
  for (const text of ['linkedin', 'a b.c', 'x.', '.com', '', 'https://', '1.2']) assert.equal(hostOf(text), '', text);
});

test('a slip, a gap, a letter too many and two letters swapped are one mistake each', () => {
  const measured = ['slacc', 'slck', 'slackk', 'salck', 'slack'].map(typed => distance(typed, 'slack', 3));
  assert.deepEqual(measured, [1, 1, 1, 1, 0]);
  assert.equal(distance('slack', 'teams', 3), 4);
  assert.equal(distance('abcd', '', 3), 4);
});

test('the longer a word, the more slips; short words and other first letters are no slips', () => {
  const found = (typed, ...known) => near(typed, known, index.rules).map(([, name]) => name);
  assert.deepEqual(found('linkdin', 'linkedin', 'pinterest'), ['linkedin']);
  assert.deepEqual(found('xy', 'xx'), []);
  assert.deepEqual(found('pindexer', 'lindexer'), []);
  assert.deepEqual(found('abcdexx', 'abcdefg', 'abcdexy'), ['abcdexy', 'abcdefg']);
});
