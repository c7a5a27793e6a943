// At hand without a network: what this page needs, and the guides of what is on the list. Where a browser has that.

import {find, findAll, say} from './dom.js';
import {data} from './page.js';
import {addressesOf} from './load.js';
import {buildOf, PLATFORMS} from './platforms.js';

const MOST_KEPT = 300;
const ownScript = document.currentScript.src;
const worker = isSecureContext && location.protocol.startsWith('http') ? navigator.serviceWorker : null;

// A guide that comes from what is kept says so.
globalThis.optoutStored = sentence => {
  find('[data-notice]').textContent = sentence;
  say(sentence);
};

let asked = '';

export async function keepAtHand(slugs) {
  if (!worker || asked === slugs.join()) return;
  asked = slugs.join();
  try {
    await worker.register(data.worker);
    const own = findAll('script[src], link[rel=stylesheet]').map(one => one.src ?? one.href);
    const near = slugs.slice(0, MOST_KEPT);
    const guides = near.flatMap(slug => [`${data.guides}/${slug}.js?${buildOf(slug)}`, `platforms/${slug}.html`]);
    const scripts = ['guide.js', 'remember.js', 'tick.js'].map(name => new URL(name, ownScript));
    const known = await Promise.all([addressesOf(PLATFORMS, near), addressesOf('memories', near)]);
    const urls = [location.pathname, ...known.flat(), ...own, ...scripts, ...guides];
    const keep = urls.map(url => new URL(url, location).href);
    (await worker.ready).active.postMessage({keep});
  } catch {
    // Nothing is promised, and nothing is missing while there is a network.
  }
}
