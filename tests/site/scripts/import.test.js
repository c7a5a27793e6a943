// Reading exports: the same files as in the terminal, of what needs no browser; no word of a secret comes out.

import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import test from 'node:test';

import {load, local} from './asked.js';
import {rowsOf, splitField} from './exports.js';
import {sortExport} from './import.js';

const sort = async bytes => sortExport(new Uint8Array(bytes), local, load);
const sortText = text => sort(new TextEncoder().encode(text));
const folder = new URL('exports/', import.meta.url);
const files = readdirSync(folder).filter(name => statSync(new URL(name, folder)).isFile());
const OTHERS = ['bitwarden-encrypted.json', 'history.json'];

for (const name of files.filter(one => !/\.(xml|html)$/.test(one) && !OTHERS.includes(one)))
  test(`${name} leads where it leads in the terminal`, async () => {
    const found = await sort(readFileSync(new URL(name, folder)));
    assert.ok(found.platforms.has('linkedin') && found.platforms.has('github'), JSON.stringify(found));
    assert.deepEqual([...found.unknown], ['beispielladen.de']);
    assert.ok(!JSON.stringify([...found.unknown, ...found.platforms]).includes('canary'));
  });

test('what is encrypted, damaged or of another kind is refused by name', async () => {
  const wrong = async text => (await sortText(text)).wrong;
  assert.equal((await sort(readFileSync(new URL('bitwarden-encrypted.json', folder)))).wrong, 'locked');
  assert.equal(await wrong('-----BEGIN PGP MESSAGE-----'), 'locked');
  assert.equal(await wrong('PK\x03\x04'), 'damaged');
  const none = `PK\x05\x06${'\0'.repeat(18)}`;
  assert.notEqual(await wrong(none), 'damaged');
  assert.equal(await wrong(none + '\0'.repeat(70_000)), 'damaged'); // no remark is so long: the end is not looked for there
  assert.equal(await wrong('{"a": '), 'damaged');
  for (const text of ['', '{"a": 1}', 'a,b\nhunter2,x\n', '\0\0']) assert.equal(await wrong(text), 'unknown');
});

test('a damaged row is left out, and nothing of it is read', async () => {
  const {unknown, left, lines} = await sortText(
    'name,url,username,password\nA,https://a.com,u,p\nB,hunter2.com\nC,"https://c.com\n',
  );
  assert.deepEqual([...unknown], ['a.com']);
  assert.equal(left, 2);
  assert.deepEqual(lines, [3, 4]);
});

test('rows are counted by lines, and quotation marks may hold signs and lines', () => {
  assert.deepEqual(rowsOf('a;b\r\n"x\ny";"1;""2"\r\nc;\n', ';'), [
    {line: 1, row: ['a', 'b']},
    {line: 2, row: ['x\ny', '1;"2']},
    {line: 4, row: ['c', '']},
  ]);
});

test('one field may hold several addresses', () => {
  assert.deepEqual(splitField('https://a.com/x,y, https://b.com'), ['https://a.com/x,y', 'https://b.com']);
  assert.deepEqual(splitField('a.com,b.com'), ['a.com', 'b.com']);
  assert.deepEqual(splitField('["https://a.com"]'), ['https://a.com']);
});

test('UTF-16 is read as what it is', async () => {
  const text = 'name,url,username,password\nA,https://www.linkedin.com,u,p\n';
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  assert.ok((await sort(bytes)).platforms.has('linkedin'));
  assert.ok(existsSync(folder));
});
