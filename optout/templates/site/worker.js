// What was looked at, and what is on the list, can be read without a network; what is not fresh says of which day it is.
// This file is another one for each build, and with it the store. What an older one holds stays until My list has filled
// this one: whoever loses the network in between still has their list. Scripts go by what is in them, so that no page
// meets those of another build.

const {store, said} = SETTINGS;
const root = new URL('.', location).pathname;

self.addEventListener('install', () => self.skipWaiting());

// Of this site alone: another one may lie in a folder of the same host.
const isOurs = name => name.startsWith(root) && !name.slice(root.length).includes('/');
const olderStores = async () => (await caches.keys()).filter(name => isOurs(name) && name !== root + store);
const forget = names => Promise.all(names.map(name => caches.delete(name)));

// The oldest store is the one that was filled: those after it would have taken it away.
self.addEventListener('activate', event => {
  const clear = async () => forget((await olderStores()).slice(1));
  event.waitUntil(clear().then(() => clients.claim()));
});

async function keep(request, answer) {
  if (answer.ok) await (await caches.open(root + store)).put(request, answer);
}

function storedOn(answer) {
  const date = answer.headers.get('date');
  return date ? new Date(date) : null;
}

async function stored(request, options) {
  for (const name of [root + store, ...(await olderStores())]) {
    const found = await (await caches.open(name)).match(request, options);
    if (found) return found;
  }
}

const languageOf = url => Object.keys(said).find(code => code && url.pathname.startsWith(`${root}${code}/`)) ?? '';

// In the place of a page that was never looked at.
function missing(url) {
  const folder = languageOf(url);
  const {locale, title, missing: text, list} = said[folder];
  const body = `<h1>${title}</h1><p>${text}</p><p><a href="${root}${folder && `${folder}/`}my-list.html">${list}</a></p>`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  const style =
    'color-scheme: light dark; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 sans-serif';
  return new Response(`<!doctype html><html lang="${locale}" style="${style}">${head}${body}`, {
    status: 503,
    headers: {'content-type': 'text/html; charset=utf-8'},
  });
}

// A page begins with the day of which it is, and a guide in short hands it to the page that asked for it.
async function dated(answer, url) {
  const date = storedOn(answer);
  const type = answer.headers.get('content-type') ?? '';
  const {locale, text} = said[languageOf(url)];
  const day = date ? date.toLocaleDateString(locale, {dateStyle: 'long'}) : '?';
  const sentence = text.replace('{date}', day);
  const headers = {'content-type': type};
  const policy = answer.headers.get('content-security-policy');
  if (policy) headers['content-security-policy'] = policy;
  if (type.includes('html')) {
    const body = (await answer.text()).replace(
      /<body[^>]*>/,
      `$&<p class="doubt stored" role="status">${sentence}</p>`,
    );
    return new Response(body, {headers});
  }
  if (!url.pathname.includes('/mine/')) return answer;
  return new Response(`${await answer.text()}\nself.optoutStored?.(${JSON.stringify(sentence)});\n`, {headers});
}

async function answerTo(event) {
  const {request} = event;
  const url = new URL(request.url);
  try {
    // Asked anew each time: what a browser itself keeps says of no day either.
    const fresh = await fetch(request.url, {cache: 'no-cache', redirect: request.redirect});
    event.waitUntil(keep(request, fresh.clone()));
    return fresh;
  } catch (error) {
    const isPage = request.mode === 'navigate';
    const found = await stored(request, {ignoreSearch: isPage});
    if (found) return dated(found, url);
    if (isPage) return missing(url);
    throw error;
  }
}

self.addEventListener('fetch', event => {
  const isHere = event.request.url.startsWith(new URL(root, location).href);
  if (event.request.method === 'GET' && isHere) event.respondWith(answerTo(event));
});

// What a page wants to have at hand.
self.addEventListener('message', event => {
  const all = async () => {
    const opened = await caches.open(root + store);
    for (const url of event.data.keep) {
      if (!(await opened.match(url)))
        await fetch(url).then(
          answer => keep(url, answer),
          () => {},
        );
    }
    const here = await Promise.all(event.data.keep.map(url => opened.match(url)));
    if (here.every(Boolean)) await forget(await olderStores());
  };
  event.waitUntil(all());
});
