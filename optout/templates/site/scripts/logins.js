// Which platforms the address of a login belongs to, or the id of an app: the terminal's catalog/logins.py, by the same
// cases. What is not certain is not taken.

const HERE = '.';
const APP = /^(?:android(?:app)?|iosapp):\/\/(?:[^@/]*@)?([a-z][\w-]*(?:\.[\w-]+)+)(?::\d+)?\/?$/i;
const SYSTEM = 'com.android.';
const LONG_ENOUGH = 4;

// What the build says of labels, apps and names, see cut in site/logins.py, by kinds.
export function joined(said) {
  const known = {sites: {}, logins: {}, apps: {}, names: {}, near: {}, abroad: []};
  for (const [key, one] of Object.entries(said)) {
    if (key[0] === '=') known.names[key.slice(1)] = one;
    else if (typeof one === 'string') known.apps[key] = one;
    else {
      const {'~': near = [], '+': logins, '!': abroad = [], ...sites} = one;
      Object.assign(known.sites, sites);
      Object.assign(known.logins, logins);
      known.abroad.push(...abroad);
      known.near[key] = near === 1 ? Object.values(sites) : near;
    }
  }
  return known;
}

// Of suffixes by their last labels the rules, and those of countries.
const rulesOf = (suffixes, place) => new Set(Object.values(suffixes).flatMap(one => one[place].split(' ')));

// What anybody can take a name under: the longest rule that fits, https://github.com/publicsuffix/list/wiki/Format.
function endingBy(rules, host) {
  const labels = host.split('.');
  for (let place = 0; place < labels.length; place++) {
    const [here, above] = [labels.slice(place).join('.'), labels.slice(place + 1).join('.')];
    if (rules.has(`!${here}`)) return above;
    if (rules.has(here) || rules.has(`*.${above}`)) return here;
  }
  return '';
}

const topLevelOf = host => host.slice(host.lastIndexOf('.') + 1);

// Under which label the build keeps what it knows of a host, see label_of in site/logins.py.
function labelBy(rules, host) {
  const ending = endingBy(rules, host) || topLevelOf(host);
  return host.endsWith(`.${ending}`)
    ? host
        .slice(0, -ending.length - 1)
        .split('.')
        .at(-1)
    : host.split('.')[0];
}

// What is asked of an address: a host, or the id of an app and the host that it is made of.
function askedOf(address, local) {
  const app = APP.exec(address.trim())?.[1].toLowerCase();
  return app ? {app, host: app.split('.').reverse().join('.')} : {host: hostOf(address, local)};
}

// The last labels of the hosts in addresses: what is known of those is to be loaded first, and then of these labels.
export function topLevels(addresses, local) {
  const hosts = addresses.map(address => askedOf(address, local).host);
  return [...new Set(hosts.filter(host => host.includes('.')).map(topLevelOf))];
}

export function labelsIn(addresses, local, suffixes) {
  const rules = rulesOf(suffixes, 0);
  const asked = addresses.map(address => askedOf(address, local));
  const hosts = asked.flatMap(({host}) => (host.includes('.') ? [host] : []));
  return [...new Set([...hosts.map(host => labelBy(rules, host)), ...asked.flatMap(({app}) => app ?? [])])];
}

function hostOf(address, local) {
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
  const isOwn = !host.includes('.') || local.some(one => host === one || host.endsWith(`.${one}`));
  if (isNumber || isOwn)
    return scheme || host.includes('.') || host.startsWith('[') || host === 'localhost' ? HERE : '';
  return /^[\w.-]+$/.test(host) ? host : '';
}

// `known` is what is said of the labels and names that are asked for, `suffixes` what of the Public Suffix List; see
// site/logins.py.
export function openLogins(known, suffixes, local) {
  const rules = rulesOf(suffixes, 0);
  const countries = rulesOf(suffixes, 1);
  const endingOf = host => endingBy(rules, host);

  // The name that somebody took under it; empty for an ending itself, and for no host.
  function registered(host) {
    const ending = endingOf(host);
    if (!ending || host === ending) return '';
    const own = host.slice(0, -ending.length - 1);
    return `${own.split('.').at(-1)}.${ending}`;
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

  // Who has the same name in another country.
  function near(name) {
    const ending = endingOf(name);
    const label = ending === 'com' || countries.has(ending) ? name.slice(0, -ending.length - 1) : '';
    return label.length >= LONG_ENOUGH && Object.hasOwn(known.near, label) ? known.near[label] : [];
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

  return address => {
    const {app, host} = askedOf(address, local);
    return app ? ofApp(app) : ofHost(host);
  };
}
