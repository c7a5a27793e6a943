// What password managers and browsers export, read for addresses and titles and for nothing else: the terminal's
// optout/exports. Gives entries {place, addresses, title}, or {place, why} of what is no login.

import {canUnpack, isArchive, unpacked, wantedOf} from './archive.js';

const TABLES = [
  ['type,name,login_uri,login_username,login_password', 'login_uri', 'name', 'type', 'login'],
  ['username,username2,username3,title,password,note,url,category', 'url', 'title'],
  ['name,url,username,password,note,cardnumber,folder', 'url,additional_urls', 'name', 'type', 'password'],
  ['type,name,url,username,password,note,totp', 'url', 'name', 'type', 'login'],
  ['title,url,username,password', 'url', 'title'],
  ['url,username,password,extra,name,grouping', 'url', 'name'],
  ['account,login name,password,web site,comments', 'web site', 'account'],
  ['name,url,matchurl,login,pwd', 'url,matchurl', 'name'],
  ['url,username,password,httprealm,formactionorigin,guid', 'url', ''],
  ['name,url,username,password', 'url', 'name'],
].map(([columns, addresses, title, kind = '', login = '']) => ({
  columns: columns.split(','),
  addresses: addresses.split(','),
  title,
  kind,
  login,
}));
const ADDRESSES = 'url,uri,urls,website,web site,login_uri,origin,hostname,site,domain,address,link'.split(',');
const TITLES = ['title', 'name', 'account'];
const ENPASS = ['url', 'website', 'username', 'password', 'e-mail', 'email'];

// The text of a file by its first bytes, as browsers tell encodings apart.
export function textOf(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (second === 0 && first) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
}

// The entries of an export, and whether they are pages somebody kept; or the reason why it is none.
export const readExport = async bytes => (isArchive(bytes) ? readArchive(bytes) : readFile(bytes));

// The same of one file; `strictly` only what is certain, as in an archive of all sorts of files.
function readFile(bytes, strictly = false) {
  const text = textOf(bytes);
  const first = text.trimStart()[0];
  if (!first || text.slice(0, 1000).includes('\0')) return {wrong: 'unknown'};
  if (text.startsWith('-----BEGIN PGP')) return {wrong: 'locked'};
  if (first === '{') return readTree(text);
  if (first === '<') return readMarkup(text);
  return readTable(text, strictly) ?? (strictly ? null : readLines(text)) ?? {wrong: 'unknown'};
}

// Of an archive all files that are exports; a page that was kept is none of the logins beside it.
async function readArchive(bytes) {
  const {wrong, wanted} = wantedOf(bytes);
  if (wrong) return {wrong};
  const found = [];
  for (const one of wanted) {
    if (one.isLocked || !canUnpack(one)) return {wrong: 'archive'};
    const inside = await unpacked(bytes, one);
    if (!inside) return {wrong: 'damaged'};
    const read = /\.[pg]pg$/i.test(one.name) ? {wrong: 'locked'} : readFile(inside, true);
    if (read.wrong === 'unknown') continue;
    if (read.wrong) return read;
    found.push(read);
  }
  if (!found.length) return {wrong: 'unknown'};
  const items = found.flatMap(({items, isPages}) => (isPages ? items.map(one => ({...one, isPage: true})) : items));
  return {items, isPages: found.every(one => one.isPages), passed: found.some(one => one.passed)};
}

const made = (place, addresses, title = '') =>
  addresses.length || title.trim() ? {place, addresses, title: title.trim()} : {place, why: 'empty'};

// Tables

// Rows with the line on which each begins; null for one that is damaged.
export function rowsOf(text, sign) {
  const rows = [];
  let row = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  let damaged = false;
  const end = () => {
    if (row.length > 1 || row[0]) rows.push({line: begun, row: damaged ? null : row});
    [row, begun, damaged] = [[], line, false];
  };
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      const closed = /"((?:[^"]|"")*)"/y;
      closed.lastIndex = at;
      const found = closed.exec(text);
      field = (found ? found[1] : text.slice(at)).replaceAll('""', '"');
      damaged ||= !found;
      line += field.match(/\r\n?|\n/g)?.length ?? 0;
      at = found ? closed.lastIndex : text.length;
    }
    const plain = text.slice(at).search(new RegExp(`[${sign}\r\n]`));
    const stop = plain < 0 ? text.length : at + plain;
    damaged ||= Boolean(field) && stop > at;
    row.push(field + text.slice(at, stop));
    at = stop;
    if (text[at] === sign) {
      at += 1;
      if (at === text.length) row.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      end();
    }
  }
  end();
  return rows;
}

export function splitField(field) {
  const text = field.trim();
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text).filter(one => typeof one === 'string');
    } catch {}
  }
  const parts = /^[^/?\s]+(,[^/?\s]+)+$/.test(text)
    ? text.split(',')
    : text.split(/[,\n]\s*(?=[a-z][\w+.-]*:\/\/)|[,\n]\s+/i);
  return parts.map(part => part.trim()).filter(Boolean);
}

function readTable(text, strictly) {
  const said = /^sep=(.)\r?\n/.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const head = body.split('\n', 1)[0].replace(/"[^"]*"/g, '');
  const sign = said?.[1] ?? [',', ';', '\t'].sort((one, other) => head.split(other).length - head.split(one).length)[0];
  const [header, ...rows] = rowsOf(body, sign);
  if (!header?.row || header.row.length < 2) return null;
  const columns = header.row.map(name => name.trim().toLowerCase());
  const known = TABLES.find(table => table.columns.every(name => columns.includes(name)));
  if (!known && isEnpass([header, ...rows])) return {items: enpassOf([header, ...rows])};
  const table = known ?? (strictly ? null : otherTable(columns));
  if (!table) return null;
  const places = table.addresses.map(name => columns.indexOf(name)).filter(place => place >= 0);
  const [title, kind] = [columns.indexOf(table.title), columns.indexOf(table.kind)];
  const isRagged = columns.includes('matchurl');
  const shift = said ? 1 : 0;
  const items = rows.map(({line, row}) => {
    const place = line + shift;
    if (!row || !(row.length === columns.length || (isRagged && row.length > columns.length)))
      return {place, why: 'damaged'};
    if (kind >= 0 && !['', table.login].includes(row[kind].trim().toLowerCase())) return {place, why: 'note'};
    return made(
      place,
      places.flatMap(one => splitField(row[one])),
      row[title] ?? '',
    );
  });
  return {items};
}

function otherTable(columns) {
  const address = ADDRESSES.find(name => columns.includes(name));
  return address && {addresses: [address], title: TITLES.find(name => columns.includes(name)) ?? '', kind: ''};
}

const labelOf = text => text.trim().toLowerCase().replace(/^\*/, '');

function isEnpass(rows) {
  const looked = rows.slice(0, 2).map(({row}) => row ?? []);
  const isLabelled = row => row.filter((one, at) => at % 2 && ENPASS.includes(labelOf(one))).length > 1;
  return (
    looked.every(isLabelled) && (looked.length > 1 || looked[0].some((one, at) => at && !(at % 2) && one.includes('.')))
  );
}

function enpassOf(rows) {
  return rows.map(({line, row}) => {
    if (!row) return {place: line, why: 'damaged'};
    const isAddress = (_, at) => at > 1 && !(at % 2) && ['url', 'website'].includes(labelOf(row[at - 1]));
    return made(line, row.filter(isAddress).flatMap(splitField), row[0]);
  });
}

// JSON

const KEPT = ['encrypted', 'type', 'root', 'name', 'title', 'url', 'uri', 'urls', 'packageName', 'state', 'trashed'];

// What is no address, title or sign of a format is let go as soon as it is read.
function sift(key, value) {
  if (Array.isArray(this) || !key || KEPT.includes(key)) return value;
  if (key === 'value') return this.type === 'url' ? value : undefined;
  const isNested = value !== null && typeof value === 'object';
  return isNested && !(Array.isArray(value) && value.some(one => typeof one === 'string')) ? value : undefined;
}

function readTree(text) {
  let found;
  try {
    found = JSON.parse(text, sift);
  } catch {
    return {wrong: 'damaged'};
  }
  if (found.encrypted === true) return {wrong: 'locked'};
  if (found.type === 'text/x-moz-place-container' || found.roots) return {items: bookmarksOf(found), isPages: true};
  if (found.vaults)
    return {
      items: Object.values(found.vaults)
        .flatMap(one => one.items ?? [])
        .map(protonItem),
    };
  if (found.accounts) return {items: onePasswordItems(found).map(onePasswordItem)};
  if (found['Browser History']) return {items: [], isPages: true, passed: true};
  if (!Array.isArray(found.items)) return {wrong: 'unknown'};
  return {
    items: found.items.map('encrypted' in found || found.items.some(one => one.login) ? bitwardenItem : enpassItem),
  };
}

const texts = values => [...new Set((values ?? []).filter(one => typeof one === 'string' && one.trim()))];

function bitwardenItem({login, name}, at) {
  if (!login) return {place: at + 1, why: 'note'};
  return made(at + 1, texts(login.uris?.map(one => one.uri)), name ?? '');
}

function protonItem({data = {}, state}, at) {
  if (data.type !== 'login') return {place: at + 1, why: 'note'};
  if (state === 2) return {place: at + 1, why: 'bin'};
  const apps = data.platformSpecific?.android?.allowedApps?.map(one => `androidapp://${one.packageName}`);
  return made(at + 1, texts([...(data.content?.urls ?? []), ...(apps ?? [])]), data.metadata?.name ?? '');
}

const onePasswordItems = found =>
  found.accounts.flatMap(account => account.vaults ?? []).flatMap(vault => vault.items ?? []);

function onePasswordItem(item, at) {
  const {overview = {}, state} = item.item ?? item;
  if (state === 'trashed') return {place: at + 1, why: 'bin'};
  return made(at + 1, texts([overview.url, ...(overview.urls ?? []).map(one => one.url)]), overview.title ?? '');
}

function enpassItem({fields, title, trashed}, at) {
  if (trashed === 1) return {place: at + 1, why: 'bin'};
  return made(at + 1, texts(fields?.filter(one => one.type === 'url').map(one => one.value)), title ?? '');
}

const isPage = address => /^https?:/.test(address ?? '');

function bookmarksOf(found) {
  const items = [];
  const left = [found];
  while (left.length) {
    const one = left.pop();
    const address = one.uri ?? one.url;
    if (isPage(address)) items.push(made(items.length + 1, [address]));
    left.push(
      ...Object.values(one)
        .flat()
        .filter(inside => inside && typeof inside === 'object'),
    );
  }
  return items;
}

// XML of KeePass, and bookmarks. A document that is parsed so runs no script and loads nothing.

function readMarkup(text) {
  if (/<(KeePassFile|pwlist)\b/.test(text.slice(0, 9000))) return readKeePass(text);
  const links = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('a[href]')];
  const pages = links.map(one => one.getAttribute('href')).filter(isPage);
  return pages.length ? {items: pages.map((one, at) => made(at + 1, [one])), isPages: true} : {wrong: 'unknown'};
}

function readKeePass(text) {
  if (/<!(DOCTYPE|ENTITY)/.test(text.slice(0, 9000))) return {wrong: 'unknown'};
  const read = new DOMParser().parseFromString(text, 'application/xml');
  if (read.querySelector('parsererror')) return {wrong: 'damaged'};
  const bin = read.querySelector('RecycleBinUUID')?.textContent;
  const entries = [...read.querySelectorAll('Entry, pwentry')].filter(one => !one.closest('History'));
  return {items: entries.map((one, at) => keePassItem(one, at + 1, bin))};
}

function keePassItem(entry, place, bin) {
  for (let group = entry.closest('Group'); group; group = group.parentElement.closest('Group'))
    if (bin && group.querySelector(':scope > UUID')?.textContent === bin) return {place, why: 'bin'};
  const fields = [...entry.querySelectorAll(':scope > String')].map(one => [
    one.querySelector('Key')?.textContent ?? '',
    () => one.querySelector('Value')?.textContent ?? '',
  ]);
  const old = name => entry.querySelector(`:scope > ${name}`)?.textContent ?? '';
  const addresses = fields
    .filter(([key]) => key === 'URL' || key.startsWith('KP2A_URL'))
    .flatMap(([, value]) => splitField(value()));
  const apps = fields
    .filter(([key]) => key.startsWith('AndroidApp'))
    .map(([, value]) => `androidapp://${value().trim()}`);
  const title = fields.find(([key]) => key === 'Title')?.[1]() ?? old('title');
  return made(place, [...addresses, ...splitField(old('url')), ...apps], title);
}

// A list

function readLines(text) {
  const lines = text.split(/\r\n?|\n/).map((line, at) => ({place: at + 1, said: line.trim()}));
  const written = lines.filter(({said}) => said && !said.startsWith('#'));
  const isPlain = ({said}) => said.includes('://') || (said.length < 100 && !/[\t;,<>{}"|\\\p{Cc}]/u.test(said));
  if (!written.slice(0, 40).every(isPlain)) return null;
  return {
    items: written.map(({place, said}) =>
      said.includes('://') || said.includes('.') ? {place, addresses: [said], title: said} : made(place, [], said),
    ),
  };
}
