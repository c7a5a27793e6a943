// Which platforms logins lead to: the cases of the terminal.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {given, local} from './asked.js';
import {joined, labelsIn, openLogins, topLevels} from './logins.js';

function match(address) {
  const suffixes = given('suffixes', topLevels([address], local));
  const known = joined(given('logins', labelsIn([address], local, suffixes)));
  return openLogins(known, suffixes, local)(address);
}

const lines = readFileSync(new URL('accounts.txt', import.meta.url), 'utf8').split('\n');

for (const line of lines.filter(one => one && !one.startsWith('#'))) {
  const [, address, said] = /^(.*?) => (.*)$/.exec(line);
  test(`${address} leads where it leads in the terminal`, () => {
    const {how, slugs, also, at} = match(address);
    if (how === 'platform') assert.equal([...slugs, ...(also.length ? ['+', ...also] : [])].join(' '), said);
    else if (how === 'unknown') assert.equal(`? ${at}${slugs.length ? ` ~ ${slugs[0]}` : ''}`, said);
    else assert.equal(how, said);
  });
}
