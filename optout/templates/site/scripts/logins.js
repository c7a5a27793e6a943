// Which platforms the address of a login belongs to, or the id of an app: the terminal's catalog/logins.py, by the same
// cases. What is not certain is not taken.

const HERE = '.';
const APP = /^(?:android(?:app)?|iosapp):\/\/(?:[^@/]*@)?([a-z][\w-]*(?:\.[\w-]+)+)(?::\d+)?\/?$/i;
const SYSTEM = 'com.android.';
const LONG_ENOUGH = 4;

// `known` is what the build made of the catalog and the Public Suffix List, see site/logins.py.
export function openLogins(known) {
  const rules = new Set(known.rules.split(' '));
  const countries = new Set(known.countries.split(' '));
  const local = new Set(known.local);
  const stems = new Map();
  for (const [domain, slug] of Object.entries(known.sites)) {
    const stem = stemOf(domain);
    if (stem) stems.set(stem, [...(stems.get(stem) ?? []), slug]);
  }

  // What anybody can take a name under: the longest rule that fits, https://github.com/publicsuffix/list/wiki/Format.
  function endingOf(host) {
    const labels = host.split('.');
    for (let place = 0; place < labels.length; place++) {
      const [here, above] = [labels.slice(place).join('.'), labels.slice(place + 1).join('.')];
      if (rules.has(`!${here}`)) return above;
      if (rules.has(here) || rules.has(`*.${above}`)) return here;
    }
    return '';
  }

  // The name that somebody took under it; empty for an ending itself, and for no host.
  function registered(host) {
    const ending = endingOf(host);
    if (!ending || host === ending) return '';
    const own = host.slice(0, -ending.length - 1);
    return `${own.split('.').at(-1)}.${ending}`;
  }

  function stemOf(domain) {
    const ending = endingOf(domain);
    return ending === 'com' || countries.has(ending) ? domain.slice(0, -ending.length) : '';
  }

  function at(domain) {
    const also = known.logins[domain] ?? [];
    const slug = known.sites[domain];
    const slugs = slug && !also.includes(slug) ? [slug] : [];
    return slugs.length || also.length ? {how: 'platform', slugs, also, at: domain} : null;
  }

  function upwards(host) {
    const ending = endingOf(host);
    if (host === ending) return at(host);
    for (let domain = host; domain.length > ending.length; domain = domain.split('.').slice(1).join('.')) {
      if (!domain.includes('.')) break;
      const found = at(domain);
      if (found) return found;
    }
    return null;
  }

  function abroad(host) {
    const ending = endingOf(host);
    if (host === ending || !countries.has(ending)) return null;
    const own = host.slice(0, -ending.length - 1);
    return known.abroad.includes(`${own.split('.').at(-1)}.com`) ? upwards(`${own}.com`) : null;
  }

  function near(name) {
    const stem = stemOf(name);
    return stem.length > LONG_ENOUGH ? (stems.get(stem) ?? []) : [];
  }

  function ofHost(host) {
    if (!host || host === HERE) return {how: host ? 'local' : 'none', slugs: [], also: []};
    const found = upwards(host) ?? abroad(host);
    if (found) return found;
    const name = registered(host);
    if (name) return {how: 'unknown', slugs: near(name), also: [], at: name};
    return {how: endingOf(host) ? 'unknown' : 'none', slugs: [], also: [], at: host};
  }

  function ofApp(id) {
    if (known.apps[id]) return {how: 'platform', slugs: [known.apps[id]], also: [], at: id};
    const host = id.split('.').reverse().join('.');
    const found = registered(host) && !id.startsWith(SYSTEM) ? upwards(host) : null;
    return found ?? {how: 'unknown', slugs: [], also: [], at: id};
  }

  function hostOf(address) {
    const text = address.trim();
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1].toLowerCase();
    if (scheme && scheme !== 'http' && scheme !== 'https') return HERE;
    let url;
    try {
      url = new URL(scheme ? text : `https://${text}`);
    } catch {
      return '';
    }
    if (url.username && !scheme) return '';
    const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
    const isNumber = host.startsWith('[') || /^[\d.]+$/.test(host);
    const isOwn = !host.includes('.') || local.has(host) || [...local].some(one => host.endsWith(`.${one}`));
    if (isNumber || isOwn)
      return scheme || host.includes('.') || host.startsWith('[') || host === 'localhost' ? HERE : '';
    return /^[\w.-]+$/.test(host) ? host : '';
  }

  return address => {
    const app = APP.exec(address.trim());
    return app ? ofApp(app[1].toLowerCase()) : ofHost(hostOf(address));
  };
}
