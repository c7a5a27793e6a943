// Which platforms logins lead to: the cases of the terminal.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

import {openLogins} from './logins.js';

const match = openLogins(JSON.parse(readFileSync(new URL('logins.json', import.meta.url))));
const lines = readFileSync(new URL('accounts.txt', import.meta.url), 'utf8').split('\n');

for (const line of lines.filter(one => one && !one.startsWith('#'))) {
  const [, address, said] = /^(.*?) => (.*)$/.exec(line);
  test(`${address} leads where it leads in the terminal`, () => {
    const {how, slugs, also} = match(address);
    if (how === 'platform') assert.equal([...slugs, ...(also.length ? ['+', ...also] : [])].join(' '), said);
    // The site shows the host, as it has no list of what is registered where.
    else if (how === 'unknown') assert.equal(slugs.length ? slugs[0] : '', said.split(' ~ ')[1] ?? '', said);
    else assert.equal(how, said);
    assert.equal(how === 'unknown', said.startsWith('?'));
  });
}
