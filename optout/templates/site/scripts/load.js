// Loading what a page needs only once it is used: as a script, because a page in a folder on the disk can load nothing else.

import {blockOf} from './blocks.js';
import {MAKE} from './built.js';
import {make} from './dom.js';

const here = new URL('.', document.currentScript.src);
globalThis.optoutLoading ??= new Map();
const loading = globalThis.optoutLoading;

// Loaded once by all scripts of a page; what could not be loaded is tried anew.
export function loadScript(src) {
  const {href} = new URL(src, document.baseURI);
  if (!loading.has(href)) {
    const loaded = new Promise((onload, onerror) => document.head.append(make('script', {src, onload, onerror})));
    loaded.catch(() => loading.delete(href));
    loading.set(href, loaded);
  }
  return loading.get(href);
}

// The file that says where the data of a name is, and where that is; its name changes with what is in it. Of data that
// is cut into blocks those that say something of the `slugs`.
export async function addressesOf(name, slugs, again = '') {
  const pointer = new URL(`../assets/${name}.${MAKE}.js${again}`, here);
  await loadScript(pointer);
  const files = [globalThis.optoutFiles[name]].flat();
  const places = slugs?.map(slug => blockOf(slug, files.length)) ?? files.keys();
  const named = [...new Set(places)].map(place => new URL(files[place], here));
  return [pointer, ...named].map(String);
}

// A page that was open for long looks again, as the data it was told of may be gone.
export async function loadData(name, slugs) {
  const load = async again => {
    const [, ...addresses] = await addressesOf(name, slugs, again);
    await Promise.all(addresses.map(loadScript));
  };
  await load().catch(() => load(`?${Date.now()}`));
}
