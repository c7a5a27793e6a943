// The page that writes letters: nothing of what is typed here is kept or sent, it is gone with the page.

import {MAKE} from './built.js';
import {find, findAll, make} from './dom.js';
import {makeCopy} from './copy.js';
import {readList} from './kept.js';
import {caseIn, dueBy, mailOf, makeLetter, recipientOf, textOf, waiting} from './lettertext.js';
import {today} from './moments.js';
import {data, language, tell} from './page.js';
import {rememberedRegion} from './reader.js';

const form = find('[data-letter]');
const paper = find('[data-paper]');
const notes = find('[data-notes]');
const ways = find('[data-ways]');
const field = name => form.elements[name];
const region = rememberedRegion(choosePlace);
const names = new Intl.DisplayNames(language, {type: 'language'});
const listed = new Intl.ListFormat(language);
const scripts = new Map();
let letter = null;
let turns = 0;

// A script, because a page in a folder on the disk can load nothing else.
function load(name) {
  if (!scripts.has(name)) {
    const src = `${form.dataset.folder}/${name}.js?${MAKE}`;
    const ready = new Promise((onload, onerror) => document.head.append(make('script', {src, onload, onerror})));
    scripts.set(
      name,
      ready.catch(() => scripts.delete(name)),
    );
  }
  return scripts.get(name).then(() => self.optoutLetters?.[name]);
}

const isFollowing = () => !field('first').closest('p').hidden;
const country = () => region().split('-')[0];
const ofPlace = table => table[region()] ?? table[country()];

// What My list knows of letters about the platform, if this one follows another.
const sent = () => (isFollowing() ? waiting(readList()[field('platform').value]?.letters) : []);

function home() {
  const [law, spoken] = ofPlace(data.homes) ?? ['request', ''];
  const kept = sent()[0]?.law;
  return [Object.hasOwn(data.laws, kept ?? '') ? kept : law, spoken];
}

const day = text => new Date(`${text}T00:00Z`).toLocaleDateString(language, {dateStyle: 'long', timeZone: 'UTC'});

// The language of a letter is one that the law is known in: the one spoken there, until somebody chooses.
function choosePlace() {
  const [law, spoken] = home();
  const known = Object.keys(data.laws[law].languages);
  const chosen = field('spoken').value;
  field('spoken').replaceChildren(...known.map(code => new Option(names.of(code), code)));
  const wanted = field('spoken').dataset.chosen ? chosen : spoken || language;
  field('spoken').value = known.includes(wanted) ? wanted : known[0];
  field('sheet').value = data.american.includes(country()) ? 'letter' : 'a4';
  update();
}

// What was sent and when is filled in from My list, for another platform anew; what somebody typed stands.
function recall() {
  const [asked, ...after] = sent();
  const found = {before: asked?.sent, reminded: after.find(one => one.kind === 'reminder')?.sent};
  for (const [name, value = ''] of Object.entries(found)) {
    const one = field(name);
    one.max = today();
    if (one.value === (one.dataset.filled ?? '')) one.value = value;
    one.dataset.filled = value;
  }
  if (asked && [...field('first').options].some(one => one.value === asked.kind)) field('first').value = asked.kind;
}

function chooseKind() {
  const kind = field('kind').value;
  const follows = ![...field('first').options].some(one => one.value === kind);
  for (const one of findAll('[data-following]')) one.hidden = !follows;
  for (const one of findAll('[data-complaint]')) one.hidden = kind !== 'complaint';
  recall();
  choosePlace();
}

const arrival = name => (field(name).validity.valid ? field(name).value : '');

const given = () => ({
  kind: field('kind').value,
  language: field('spoken').value,
  region: region(),
  date: today(),
  reason: field('reason').value,
  name: field('name').value,
  address: field('address').value,
  mail: field('mail').value,
  account: field('account').value,
  switched: field('switched').checked,
  first: field('first').value,
  before: isFollowing() ? arrival('before') : '',
  reminded: field('kind').value === 'complaint' ? arrival('reminded') : '',
});

function show() {
  const {lang} = paper;
  const line = (name, text, className = '') => make(name, {textContent: text, className, lang});
  const blocks = letter.blocks.map(block => {
    if (!block.isList) return line('p', block.lines.join(' '));
    const list = make('ul', {lang});
    list.append(...block.lines.map(text => line('li', text)));
    return list;
  });
  const head = make('div', {className: 'head'});
  head.append(line('address', letter.sender.join('\n'), 'from'), line('address', recipientOf(letter).join('\n'), 'to'));
  paper.replaceChildren(head, line('p', letter.dated, 'date'), line('h3', letter.subject), ...blocks);
  paper.lastElementChild.className = 'sign';
}

// By when what arrives on a day is to be answered, and by when if the time is extended, if it can be.
function timesOf(right, date, counting, closed) {
  if (!right?.period) return null;
  const {period, more} = right;
  const whole = more && period.map((number, at) => number + more[at]);
  return {due: dueBy(date, period, counting, closed), later: whole && dueBy(date, whole, counting, closed)};
}

function* toldOfTime(law, right, said, closed) {
  const times = timesOf(right, said.date, law.counting, closed);
  if (!times) {
    yield tell('letter-without-time');
    return;
  }
  const {due, later} = times;
  yield later ? tell('letter-due', {date: day(due), later: day(later)}) : tell('letter-due-once', {date: day(due)});
  const year = (later ?? due).slice(0, 4);
  const counts = law.counting !== 'calendar' || right.period[2];
  if (counts && closed && !closed[year]) yield tell('letter-no-holidays', {year});
}

function* toldOfAuthority(known, chosen) {
  if (!known) yield tell('letter-authority-unknown');
  else if (!chosen) yield tell('letter-authorities');
  else if (chosen.form) yield tell('letter-authority-form', {address: chosen.form});
  else if (chosen.web) yield tell('letter-authority-web', {address: chosen.web});
}

function* toldOfContact(about) {
  if (about.unknown) yield tell('letter-unknown', {name: about.controller});
  if (about.sources?.length) yield tell('letter-source', {titles: listed.format(about.sources)});
  if (about.doubt) yield tell('letter-doubt', {doubt: about.doubt});
  const role = about[home()[0]];
  if (role) yield tell('letter-representative', {name: role});
}

function* toldOfRight(law, right, said) {
  if (right) yield tell('letter-by-law', right);
  else if (!law.known) yield tell('letter-no-law');
  else if (law.since > said.date) yield tell('letter-not-yet', {law: law.name, date: day(law.since)});
  else if (!said.before) yield tell('letter-no-right', {law: law.name});
  if (right?.optOut) yield tell('letter-opt-out', {law: law.name});
  const parts = Object.keys(data.homes).filter(code => code.startsWith(`${said.region}-`));
  if (parts.length) yield tell('letter-parts', {parts: listed.format(parts.map(code => data.parts[code]))});
}

function* told(said, about, closed, times, authorities) {
  const law = data.laws[home()[0]];
  const right = law.rights[said.kind];
  const isReasonless = said.kind === 'objection' && right?.reason === 'needed' && !said.reason.trim();
  const missing = ['name', 'address', 'account'].filter(name => !said[name].trim());
  const labels = [...missing, ...(isReasonless ? ['reason'] : [])].map(name => find(`[for=${name}]`).textContent);
  const place = said.region && ` --region ${said.region}`;
  if (!said.region) yield tell('letter-no-region');
  if (labels.length) yield tell('letter-missing', {parts: listed.format(labels)});
  if (said.before && said.before === field('before').dataset.filled) yield tell('letter-from-list');
  yield* toldOfRight(law, right, said);
  if (said.before) {
    if (times && !said.due) yield tell('letter-early', {date: day(times.due)});
  } else if (right) yield* toldOfTime(law, right, said, closed);
  yield tell('letter-next', {
    command: `optout letter ${field('platform').value}${place} --kind ${said.kind} --sent ${said.date}`,
  });
  if (said.kind === 'complaint') yield* toldOfAuthority(authorities, said.authority);
  else yield* toldOfContact(about);
  if (['objection', 'withdrawal', 'erasure'].includes(said.kind)) yield tell('letter-reach');
}

const link = (href, textContent) => make('a', {href, textContent, className: 'button'});
const listNotes = texts => notes.replaceChildren(...texts.map(textContent => make('li', {textContent})));

function showNothing(text) {
  listNotes([text]);
  paper.replaceChildren();
  ways.replaceChildren();
}

// Whom one can complain to, and which of them is chosen: the only one, or the one that somebody names.
function chooseAuthority(known) {
  const select = field('authority');
  const chosen = select.value;
  const options = known.map(one => new Option(one.to[0], one.id));
  select.replaceChildren(...(known.length === 1 ? options : [new Option('–', ''), ...options]));
  if (known.some(one => one.id === chosen)) select.value = chosen;
  return known.find(one => one.id === select.value);
}

async function update() {
  const said = given();
  const slug = field('platform').value;
  turns += 1;
  const turn = turns;
  find('[data-reason]').hidden = said.kind !== 'objection';
  find('[data-need]').hidden = !isFollowing() || Boolean(said.before);
  const isReady = slug && (!isFollowing() || said.before);
  find('[data-made]').hidden = !isReady;
  if (!isReady) return;
  const [code] = home();
  const law = data.laws[code];
  const wanted = [`${code}-${said.language}`, `platforms/${slug}`, `countries/${law.languages[said.language]}`];
  if (isFollowing()) wanted.push('authorities', `${wanted[0]}-following`);
  const [words, platform, countries, authorities, following = {}] = await Promise.all(wanted.map(load));
  const about = platform && caseIn(platform, said.region);
  const closes = about?.closed ?? about?.country ?? country();
  const closed = data.closed.includes(closes) ? await load(`closed/${closes}`) : undefined;
  if (turn !== turns) return;
  if (!words || !platform || !countries) {
    showNothing(tell('letter-unloaded'));
    return;
  }
  if (said.before && !following[said.kind]?.[said.first]) {
    showNothing(tell('letter-left', {command: `optout letter ${slug} --kind ${said.kind} --before ${said.before}`}));
    return;
  }
  const times = said.before && timesOf(law.rights[said.first], said.before, law.counting, closed);
  if (times && times.due < said.date) said.due = times.due;
  const known = authorities && ofPlace(authorities);
  if (said.kind === 'complaint') said.authority = chooseAuthority(known ?? []);
  const from = {law: {...words, ...following}, since: law.since, platform, countries};
  letter = makeLetter(from, said);
  paper.lang = said.language;
  paper.className = `paper ${field('sheet').value}`;
  field('switched').closest('p').hidden = !about.switch;
  show();
  const mail = mailOf(letter, makeLetter(from, said, true));
  const found = [mail ? link(mail, tell('letter-mailbox')) : make('span', {textContent: tell('letter-mail-long')})];
  if (/^https:\/\//.test(letter.form)) found.push(link(letter.form, tell('letter-form')));
  ways.replaceChildren(...found);
  listNotes([...told(said, about, closed, times, known)]);
}

// From a guide one comes for its platform.
function arrive() {
  const slug = new URLSearchParams(location.hash.slice(1)).get('platform');
  if ([...field('platform').options].some(one => one.value === slug)) field('platform').value = slug;
}

field('spoken').addEventListener('change', () => {
  field('spoken').dataset.chosen = 'yes';
});
for (const one of findAll('[data-example]')) {
  one.onclick = () => {
    field('reason').value = [field('reason').value.trim(), one.textContent].filter(Boolean).join('\n');
    field('reason').focus();
    update();
  };
}
for (const name of ['kind', 'platform']) field(name).addEventListener('change', chooseKind);
form.addEventListener('input', update);
form.addEventListener('change', update);
form.addEventListener('submit', event => event.preventDefault());
addEventListener('hashchange', () => {
  arrive();
  chooseKind();
});
find('[data-print]').onclick = () => print();
makeCopy(paper, tell('copy'), () => textOf(letter));
const copy = paper.nextElementSibling;
copy.className = '';
find('[data-print]').before(copy);
arrive();
chooseKind();
