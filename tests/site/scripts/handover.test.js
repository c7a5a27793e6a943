// The list after the # of an address: what may have been cut, changed on its way, or made by anybody.

import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.document = {documentElement: {lang: 'en'}, querySelector: () => ({textContent: '{"words": {}}'})};
const {listOf, namedIn} = await import('./handover.js');
const slugs = hash => Object.keys(listOf(`#list=${hash}`));

test('what is named is brought, and nothing else of it', () => {
  assert.deepEqual(slugs('x,linkedin.later,chatgpt.2026-03-01.0123abcd'), ['x', 'linkedin', 'chatgpt']);
  assert.deepEqual(slugs('x%2Clinkedin.later%2cchatgpt'), ['x', 'linkedin', 'chatgpt']);
  assert.deepEqual(slugs('x,<b>,__proto__,a b,y.z,javascript:alert(1)'), ['x']);
});

test('a list that is longer than any is not cut, but none', () => {
  const long = number => `#list=${Array.from({length: number}, (_, place) => `a-${place}`).join()}`;
  assert.equal(Object.keys(listOf(long(5000))).length, 5000);
  assert.equal(listOf(long(5001)), null);
  assert.equal(namedIn(long(25000)).length, 25000);
});

test('an address with no account in it brings no list, which would otherwise be offered in place of the own one', () => {
  for (const hash of ['', '#list', '#list=', '#list=,,', '#list=%00', '#list=__proto__', '#main'])
    assert.equal(listOf(hash), null);
});
