// The page that writes letters: nothing of what is typed here is kept or sent, it is gone with the page.

import {find, findAll, make} from './dom.js';
import {makeCopy} from './copy.js';
import {caseIn, dueBy, mailOf, makeLetter, recipientOf, textOf} from './lettertext.js';
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
const scripts = new Map();
let letter = null;

// A script, because a page in a folder on the disk can load nothing else.
function load(name) {
  if (!scripts.has(name)) {
    const src = `${form.dataset.folder}/${name}.js`;
    const ready = new Promise((onload, onerror) => document.head.append(make('script', {src, onload, onerror})));
    scripts.set(
      name,
      ready.catch(() => scripts.delete(name)),
    );
  }
  return scripts.get(name).then(() => self.optoutLetters?.[name]);
}

const home = () => data.homes[region()] ?? data.homes[region().slice(0, 2)] ?? ['request', ''];
const day = text => new Date(`${text}T00:00Z`).toLocaleDateString(language, {dateStyle: 'long', timeZone: 'UTC'});

// The language of a letter is one that the law is known in: the one spoken there, until somebody chooses.
function choosePlace() {
  const [law, spoken] = home();
  const known = data.laws[law].languages;
  const chosen = field('spoken').value;
  field('spoken').replaceChildren(...known.map(code => new Option(names.of(code), code)));
  const wanted = field('spoken').dataset.chosen ? chosen : spoken || language;
  field('spoken').value = known.includes(wanted) ? wanted : known[0];
  field('sheet').value = data.american.includes(region().split('-')[0]) ? 'letter' : 'a4';
  update();
}

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

function timeOf(law, right, date) {
  if (!right.period) return tell('letter-without-time');
  const {period, more} = right;
  const due = day(dueBy(date, period, law.counting));
  if (!more) return tell('letter-due-once', {date: due});
  const whole = period.map((number, at) => number + more[at]);
  return tell('letter-due', {date: due, later: day(dueBy(date, whole, law.counting))});
}

function* told(said, platform, date) {
  const law = data.laws[home()[0]];
  const right = law.rights[said.kind];
  const about = caseIn(platform, said.region);
  const isReasonless = said.kind === 'objection' && right?.reason === 'needed' && !said.reason.trim();
  const missing = ['name', 'address', 'account'].filter(name => !said[name].trim());
  const labels = [...missing, ...(isReasonless ? ['reason'] : [])].map(name => find(`[for=${name}]`).textContent);
  const place = said.region && ` --region ${said.region}`;
  const listed = new Intl.ListFormat(language);
  if (!said.region) yield tell('letter-no-region');
  if (labels.length) yield tell('letter-missing', {parts: listed.format(labels)});
  if (right) yield tell('letter-by-law', right);
  else if (!law.known) yield tell('letter-no-law');
  else if (law.since > date) yield tell('letter-not-yet', {law: law.name, date: day(law.since)});
  else yield tell('letter-no-right', {law: law.name});
  if (right?.optOut) yield tell('letter-opt-out', {law: law.name});
  const parts = Object.keys(data.homes).filter(code => code.startsWith(`${said.region}-`));
  if (parts.length) yield tell('letter-parts', {parts: listed.format(parts.map(code => data.parts[code]))});
  if (right) yield timeOf(law, right, date);
  yield tell('letter-next', {
    command: `optout letter ${field('platform').value}${place} --kind ${said.kind} --sent ${date}`,
  });
  if (about.unknown) yield tell('letter-unknown', {name: about.controller});
  if (about.sources?.length) yield tell('letter-source', {titles: listed.format(about.sources)});
  if (about.doubt) yield tell('letter-doubt', {doubt: about.doubt});
  const role = about[home()[0]];
  if (role) yield tell('letter-representative', {name: role});
  if (said.kind !== 'access') yield tell('letter-reach');
}

const link = (href, textContent) => make('a', {href, textContent, className: 'button'});

async function update() {
  const said = given();
  const slug = field('platform').value;
  find('[data-reason]').hidden = said.kind !== 'objection';
  find('[data-made]').hidden = !slug;
  if (!slug) return;
  const [law, platform, countries] = await Promise.all(
    [`${home()[0]}-${said.language}`, `platforms/${slug}`, 'countries'].map(load),
  );
  if (slug !== field('platform').value || said.language !== field('spoken').value) return;
  if (!law || !platform || !countries) {
    notes.replaceChildren(make('li', {textContent: tell('letter-unloaded')}));
    paper.replaceChildren();
    ways.replaceChildren();
    return;
  }
  const from = {law, since: data.laws[home()[0]].since, platform, countries};
  letter = makeLetter(from, said);
  paper.lang = said.language;
  paper.className = `paper ${field('sheet').value}`;
  field('switched').closest('p').hidden = !caseIn(platform, said.region).switch;
  show();
  const mail = mailOf(letter, makeLetter(from, said, true));
  const found = [mail ? link(mail, tell('letter-mailbox')) : make('span', {textContent: tell('letter-mail-long')})];
  if (/^https:\/\//.test(letter.form)) found.push(link(letter.form, tell('letter-form')));
  ways.replaceChildren(...found);
  notes.replaceChildren(...[...told(said, platform, said.date)].map(textContent => make('li', {textContent})));
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
form.addEventListener('input', update);
form.addEventListener('change', update);
form.addEventListener('submit', event => event.preventDefault());
addEventListener('hashchange', () => {
  arrive();
  update();
});
find('[data-print]').onclick = () => print();
makeCopy(paper, tell('copy'), () => textOf(letter));
const copy = paper.nextElementSibling;
copy.className = '';
find('[data-print]').before(copy);
arrive();
choosePlace();
