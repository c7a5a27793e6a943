// In which block what is said of a slug stands: the cases of the build.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {blockOf} from './blocks.js';

const lines = readFileSync(new URL('blocks.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

test('a slug is looked for where the build put it', () => {
  assert.ok(lines.length > 9);
  for (const line of lines) {
    const [slug, number, block] = line.split(' ');
    assert.equal(blockOf(slug, Number(number)), Number(block), line);
  }
});
