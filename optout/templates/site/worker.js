// What was looked at, and what is on the list, can be read without a network; what is not fresh says of which day it is.
// This file is another one for each build, and with it the store: no page meets scripts of another build there.

const {store, said} = SETTINGS;
const root = new URL('.', location).pathname;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => {
  const older = names => names.filter(name => name.startsWith(root) && name !== root + store);
  const clear = async () => Promise.all(older(await caches.keys()).map(name => caches.delete(name)));
  event.waitUntil(clear().then(() => clients.claim()));
});

async function keep(request, answer) {
  if (answer.ok) await (await caches.open(root + store)).put(request, answer);
}

function storedOn(answer) {
  const date = answer.headers.get('date');
  return date ? new Date(date) : null;
}

// A page begins with the day of which it is, and a guide in short hands it to the page that asked for it.
async function dated(answer, url) {
  const date = storedOn(answer);
  const type = answer.headers.get('content-type') ?? '';
  const language = Object.keys(said).find(code => code && url.pathname.startsWith(`${root}${code}/`)) ?? '';
  const {locale, text} = said[language];
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
    const kept = await (await caches.open(root + store)).match(request, {ignoreSearch: request.mode === 'navigate'});
    if (!kept) throw error;
    return dated(kept, url);
  }
}

self.addEventListener('fetch', event => {
  const isOurs = event.request.url.startsWith(new URL(root, location).href);
  if (event.request.method === 'GET' && isOurs) event.respondWith(answerTo(event));
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
  };
  event.waitUntil(all());
});
