// Loading what a page needs only once it is used: as a script, because a page in a folder on the disk can load nothing else.

import {MAKE} from './built.js';
import {make} from './dom.js';

const here = new URL('.', document.currentScript.src);
const loading = new Map();

// Loaded once; what could not be loaded is tried anew.
export function loadScript(src) {
  const {href} = new URL(src, document.baseURI);
  if (!loading.has(href)) {
    const loaded = new Promise((onload, onerror) => document.head.append(make('script', {src, onload, onerror})));
    loaded.catch(() => loading.delete(href));
    loading.set(href, loaded);
  }
  return loading.get(href);
}

// Where the data of a name is, and the file that says so; its name changes with what is in it.
export async function addressesOf(name, again = '') {
  const pointer = new URL(`../assets/${name}.${MAKE}.js${again}`, here);
  await loadScript(pointer);
  return [new URL(globalThis.optoutFiles[name], here), pointer].map(String);
}

// A page that was open for long looks again, as the data it was told of may be gone.
export async function loadData(name) {
  const load = again => addressesOf(name, again).then(([address]) => loadScript(address));
  await load().catch(() => load(`?${Date.now()}`));
}
