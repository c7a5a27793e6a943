// A letter put together as the command line does it: optout/render/letters.py and optout/letters. What somebody says of
// themselves are lines of text that can be seen, and nothing else.

const MAX_MAILTO = 2000;
const WIDTH = 76;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what counts as a blank to the command
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
// Controls, marks of direction and what no font draws; joiners and what chooses the look of an emoji may stand.
const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters that nobody sees
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\uffa0\ufff0-\ufff8]|(?![\u200c\u200d])\p{Cf}/gu;

function escaped(sign) {
  const code = sign.codePointAt(0);
  const [mark, digits] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${mark}${code.toString(16).padStart(digits, '0')}`;
}

const words = text => text.split(SPACE).filter(Boolean);
export const clean = text => words(text).join(' ').replace(UNSEEN, escaped);

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);

// A day as the letter's language says it; `date` is [year, month, day].
export function dayIn(days, [year, month, day]) {
  return fill(days[day === 1 ? 1 : 27][month - 1], {year, day});
}

// What a block of the template says, line by line: once for each reason, and for each use that the entry knows.
function lines({uses}, values, text) {
  return text.includes('{use}') ? uses.map(use => clean(fill(text, {use}))) : [clean(fill(text, values))];
}

// A piece is what it needs, its lines, and the number of the list that it is an item of, 0 for a paragraph.
function blocksOf(pieces, has, about, values, reasons) {
  const blocks = [];
  let last = 0;
  for (const [needs, said, list] of pieces) {
    if (!needs.every(need => (need[0] === '!' ? !has[need.slice(1)] : has[need]))) continue;
    const isReason = said.join().includes('{reason}');
    for (const reason of isReason ? reasons : ['']) {
      const texts = said.flatMap(text => lines(about, {...values, reason}, text));
      if (list && list === last) blocks.at(-1).push(...texts);
      else blocks.push(texts);
      last = list;
    }
  }
  return blocks.map(said => {
    const isList = said.every(line => line.startsWith('- '));
    return {isList, lines: isList ? said.map(line => line.slice(2)) : said};
  });
}

// What a platform says where somebody is.
export const caseIn = ({cases, of}, region) => cases[of[region] ?? of[region.slice(0, 2)] ?? 0];

const parts = day => day.split('-').map(Number);

// `given` is what was chosen and typed; `law` are the letters of a law in a language, `since` the day that it holds from,
// `countries` their names there.
// What follows an earlier letter is by that one's kind as well: `first`, which arrived on the day `before`, and should have
// been answered by `due`; `reminded` is when a reminder of it arrived. A complaint goes to the `authority`.
export function makeLetter({law, since, platform, countries}, given, isBrief = false) {
  const about = {uses: [], ...caseIn(platform, given.region)};
  const kind = law.kinds[given.kind] ?? law[given.kind][given.first];
  const toAuthority = given.kind === 'complaint' && (given.authority ?? {to: []});
  const to = toAuthority ? {...toAuthority, form: toAuthority.form || toAuthority.web} : about;
  const [quote, title, day, source] = about.quote ?? [];
  const name = clean(given.name);
  const account = clean(given.account);
  // What follows a letter can spare no other words than these.
  const reasons = (isBrief && !kind.brief ? '' : given.reason)
    .split('\n')
    .filter(line => words(line).length)
    .map(clean);
  const values = {platform: platform.platform, controller: about.controller, name, account};
  Object.assign(values, {quote, title, date: day, source, switch: about.switch});
  for (const name of ['before', 'due', 'reminded']) if (given[name]) values[name] = dayIn(law.days, parts(given[name]));
  const uses = given.language === 'en' ? about.uses : [];
  const has = {
    name,
    account,
    reason: reasons.length,
    quote,
    dated: !quote || day,
    uses: uses.length,
    switch: given.switched && about.switch,
    later: since && since > given.date,
    due: given.due,
    reminded: given.reminded,
  };
  return {
    subject: clean(fill(kind.subject, values)),
    dated: dayIn(law.days, parts(given.date)),
    blocks: blocksOf((isBrief && kind.brief) || kind.long, has, {uses}, values, reasons),
    sender: [given.name, ...given.address.split('\n'), given.mail].map(clean).filter(Boolean),
    to: to.to,
    country: to.country && to.country !== given.region.split('-')[0] ? countries[to.country] : '',
    email: to.email ?? '',
    form: to.form ?? '',
  };
}

function wrapped(line, isItem, width) {
  if (!width) return (isItem ? '- ' : '') + line;
  const rows = [];
  for (const word of line.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width) rows[rows.length - 1] += ` ${word}`;
    else rows.push((!isItem ? '' : rows.length ? '  ' : '- ') + word);
  }
  return rows.join('\n');
}

function bodyOf({blocks}, width = WIDTH) {
  return blocks.map(block => block.lines.map(line => wrapped(line, block.isList, width)).join('\n')).join('\n\n');
}

export const recipientOf = ({to, country}) => [...to, country].filter(Boolean);

export function textOf(letter) {
  const parts = [
    letter.sender.join('\n'),
    recipientOf(letter).join('\n'),
    letter.dated,
    letter.subject,
    bodyOf(letter),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const quoted = text =>
  encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function linkOf(letter) {
  const to = quoted(letter.email).replaceAll('%40', '@');
  const text = bodyOf(letter, 0).replaceAll('\n', '\r\n');
  return `mailto:${to}?subject=${quoted(letter.subject)}&body=${quoted(text)}`;
}

// A mail link, in fewer words where a mail program would cut it off; empty if even these are too many.
export const mailOf = (letter, brief) => [letter, brief].map(linkOf).find(link => link.length <= MAX_MAILTO) ?? '';

const iso = day => day.toISOString().slice(0, 10);

// By when what arrives on a day is to be answered, as optout/letters/deadlines.py counts it; `closed` are public holidays by
// year, as month and day.
export function dueBy(received, [months, days, business], counting, closed = {}) {
  const [year, month, day] = parts(received);
  const isHoliday = on => closed[on.getUTCFullYear()]?.includes(iso(on).slice(5).replace('-', ''));
  const isWorking = on => on.getUTCDay() % 6 > 0 && !isHoliday(on);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days));
  for (let left = business; left > 0; left -= isWorking(end)) end.setUTCDate(end.getUTCDate() + 1);
  while (!business && counting === 'next-working-day' && !isWorking(end)) end.setUTCDate(end.getUTCDate() + 1);
  return iso(end);
}

// The last letter of a list that asked for something and has no answer, with what followed it: `waiting` of
// optout/accounts/values.py. What is no letter counts for nothing.
export function waiting(letters) {
  const isDay = text => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);
  const isSaid = ({kind, law}) => [kind, law].every(one => one === undefined || typeof one === 'string');
  const sound = Array.isArray(letters) ? letters.filter(one => isDay(one?.sent) && isSaid(one)) : [];
  const first = sound.findLastIndex(one => one.kind !== 'reminder' && one.kind !== 'complaint');
  const last = first < 0 ? [] : sound.slice(first);
  return last.some(one => one.answered) ? [] : last;
}
