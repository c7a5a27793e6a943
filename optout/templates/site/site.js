'use strict';
// What the scripts of all pages begin with: what is remembered, and who is reading.
// The build drops indentation and lines that are only a comment; no text may run over several lines.

// Storage may be blocked or full, or hold what somebody else put there: then a page works until it is closed.
const unkept = {};

function read(key) {
  try {
    return Object(JSON.parse(unkept[key] ?? localStorage.getItem(key)));
  } catch {
    return {};
  }
}

function write(key, value) {
  const text = unkept[key] = JSON.stringify(value);
  try {
    localStorage.setItem(key, text);
    delete unkept[key];
  } catch {
    say('This browser does not keep it: it is gone once the page is closed.');
  }
}

// Follow what is changed in another tab, or was changed before one came back to this page.
function follow(key, act) {
  addEventListener('storage', event => event.key !== key && event.key || act());
  addEventListener('pageshow', event => event.persisted && act());
}

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (name, given) => Object.assign(document.createElement(name), given);
const makeButton = (textContent, onclick, className = '') => make('button', {type: 'button', textContent, onclick, className});

// To those who do not see the page.
function say(text) {
  find('[data-said]').textContent = text;
}

// From the build: countries by their first letter, the members of groups, and the parts of countries that guides tell apart.
const regions = {{ regions._asdict() | tojson }};

function regionOptions() {
  const names = Intl.DisplayNames && new Intl.DisplayNames('en', {type: 'region'});
  const name = code => names?.of(code) ?? code;
  const codes = regions.countries.split(' ').flatMap(([first, ...others]) => others.map(second => first + second));
  const whole = codes.map(code => new Option(name(code), code));
  const divided = Object.keys(regions.parts).map(code => new Option(`${name(code.slice(0, 2))}: ${regions.parts[code]}`, code));
  return [...whole, ...divided].sort((one, other) => one.text.localeCompare(other.text));
}

// Whether something holds in a region, as optout/guide/reader.py says: 1 if it does, 0 if not, between them if it may.
function holds({regions: included, regionsExcept: excluded, plans}, region) {
  const listed = (included ?? excluded)?.split(' ').flatMap(code => regions.groups[code]?.split(' ') ?? code);
  const covers = (outer, inner) => inner === outer || inner.startsWith(`${outer}-`);
  let held = 1;
  if (listed && !region) held = .5;
  else if (listed && !listed.some(code => covers(code, region))) held = listed.some(code => covers(region, code)) ? .5 : 0;
  return Math.min(excluded ? 1 - held : held, plans ? .5 : 1);
}

// What is chosen in a select, here or on another page; a page without the select goes by what is remembered.
function remembered(name, act) {
  const key = 'optout.reader.1';
  const select = find(`[data-${name}]`) ?? new Option();
  if (name === 'region') select.append(...regionOptions());
  const recall = () => {
    select.value = read(key)[name] ?? '';
    if (select.selectedIndex < 0) select.value = '';
  };
  recall();
  select.onchange = () => {
    write(key, {...read(key), [name]: select.value});
    act();
  };
  follow(key, () => {
    recall();
    act();
  });
  return () => select.value;
}

// The list, by slug: when a platform was put there, when it was ticked off, and which version of its guide that was.
const LIST = 'optout.list.1';
const readList = () => ({__proto__: null, ...read(LIST).platforms});

// Read anew each time: another tab may have changed it meanwhile.
function changeList(act) {
  const platforms = readList();
  act(platforms);
  write(LIST, {version: 1, platforms});
}

// Sweden writes dates as ISO 8601 does.
const today = () => new Date().toLocaleDateString('sv');
