// What the build knows of logins, given as pages get it: of what was asked for and of nothing else.

import {readFileSync} from 'node:fs';

const every = JSON.parse(readFileSync(new URL('logins.json', import.meta.url)));
const VARIABLES = {logins: 'optoutLogins', suffixes: 'optoutSuffixes'};

export const {local} = every;

export const given = (name, keys) =>
  Object.fromEntries(keys.filter(key => Object.hasOwn(every[name], key)).map(key => [key, every[name][key]]));

export async function load(name, keys) {
  globalThis[VARIABLES[name]] = given(name, keys);
}
