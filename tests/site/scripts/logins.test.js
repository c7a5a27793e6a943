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
    const {how, slugs, also, at} = match(address);
    if (how === 'platform') assert.equal([...slugs, ...(also.length ? ['+', ...also] : [])].join(' '), said);
    else if (how === 'unknown') assert.equal(`? ${at}${slugs.length ? ` ~ ${slugs[0]}` : ''}`, said);
    else assert.equal(how, said);
  });
}
