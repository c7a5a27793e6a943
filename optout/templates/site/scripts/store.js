// What is remembered in this browser, for all pages of the site and all scripts of a page. Storage may be blocked or full, or hold what somebody
// else put there: then a page works until it is closed, and says so.

import {find, say} from './dom.js';

globalThis.optoutUnkept ??= {};
const unkept = globalThis.optoutUnkept;

// Where everybody sees it.
export function warn() {
  const warning = find('[data-unkept]');
  warning.hidden = false;
  say(warning.textContent);
}

// Whatever stands under a key: null where nothing does, undefined where it cannot be read. What has a `toString` that is
// none would stop whoever makes a text of it.
export function read(key, text = unkept[key]) {
  try {
    return JSON.parse(text ?? localStorage.getItem(key), (name, value) => (name === 'toString' ? undefined : value));
  } catch {}
}

// Where `prepare` fails, nothing is written over.
export function write(key, value, prepare) {
  const text = JSON.stringify(value);
  try {
    prepare?.();
    localStorage.setItem(key, text);
    delete unkept[key];
  } catch {
    unkept[key] = text;
    warn();
  }
}

// Follow what is changed in another tab, or was changed before one came back to this page.
export function follow(key, act) {
  addEventListener('storage', event => {
    if ((event.key ?? key) === key) act();
  });
  addEventListener('pageshow', event => {
    if (event.persisted) act();
  });
}
