// Loading what a page needs only once it is used: as a script, because a page in a folder on the disk can load nothing else.

import {make} from './dom.js';

const loading = new Map();

// Loaded once; what could not be loaded is tried anew.
export function loadScript(src) {
  if (!loading.has(src)) {
    const loaded = new Promise((onload, onerror) => document.head.append(make('script', {src, onload, onerror})));
    loaded.catch(() => loading.delete(src));
    loading.set(src, loaded);
  }
  return loading.get(src);
}
