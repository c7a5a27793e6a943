// A row of My list: what it is, what is said of it, and what one can decide there.

import {make, makeButton, showStatus} from './dom.js';
import {loadData} from './load.js';
import {data, language, tell} from './page.js';
import {isKnown, nameOf} from './platforms.js';
import {paragraph} from './prose.js';
import {forReader, loadShort, makeFacts} from './short.js';
import {since} from './since.js';
import {toldTo} from './told.js';
import {TO_DO} from './worklist.js';

const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {dateStyle: 'long', timeZone: 'UTC'});
const day = iso => dates.format(new Date(iso));

// As precise as it is known: a day, a month, or a year.
function dated(iso) {
  if (iso.length > 7) return day(iso);
  const month = {month: 'long', year: 'numeric', timeZone: 'UTC'};
  return iso.length > 4 ? new Date(iso).toLocaleDateString(language, month) : iso;
}

function makeChip({status, said}, isTask) {
  const chip = make('span');
  chip.append(make('span', {className: 'mark', ariaHidden: 'true'}), ' ', make('span', {className: 'label'}));
  showStatus(chip, isTask || !said ? status : {...status, label: said});
  return chip;
}

const ASKED = {again: 'asks-again', new: 'asks-new', wording: 'asks-wording', still: 'asks-still'};

export function makeRow(part, {slugs, one, placed, isChanged}, reader, act) {
  const item = make('li');
  const isTask = TO_DO.includes(part);
  const names = make('div', {className: 'names'});
  for (const slug of slugs) {
    if (isKnown(slug)) names.append(make('a', {href: `platforms/${slug}.html`, textContent: nameOf(slug)}));
    else names.append(make('b', {textContent: slug}));
  }
  item.append(names);
  const name = slugs.map(nameOf).join(', ');
  if (isTask || part === 'done') item.append(makeDone(slugs, name, part === 'done', act));
  item.append(makeRemove(slugs, name, act));
  if (part === 'done') item.append(make('small', {textContent: tell('done-on', {date: day(one.done)})}));
  else if (placed) item.append(makeChip(placed, TO_DO.includes(placed.part)));
  if (isTask) item.append(make('small', {textContent: placed.said}));
  if (isTask && one.state) {
    const putOff = one.state === 'later' ? 'put-off-later' : 'put-off-not-there';
    item.append(make('small', {textContent: tell(putOff, {date: day(one.at)})}));
  }
  if (part === 'no-way' || part === 'unsure') item.append(makeDecision(slugs, reader, act));
  if (part === 'skipped') item.append(makeButton(tell('take-back'), () => act.done(slugs, false), 'small'));
  if (isChanged) item.append(makeChanged(slugs[0], one, placed, reader, act));
  return item;
}

function makeDone(slugs, name, checked, act) {
  const tick = make('input', {type: 'checkbox', checked, ariaLabel: tell('is-done', {name})});
  tick.onchange = () => act.done(slugs, tick.checked);
  const label = make('label', {className: 'tick', textContent: tell('done')});
  label.append(tick);
  return label;
}

export function makeRemove(slugs, name, act) {
  return Object.assign(
    makeButton('×', () => act.remove(slugs), 'remove'),
    {ariaLabel: tell('remove', {name})},
  );
}

// What is different since it was done, what that asks for, and what happened meanwhile.
function makeChanged(slug, one, placed, reader, act) {
  const box = make('div', {className: 'changed'});
  const asked = make('b');
  const list = make('ul');
  const buttons = make('p', {className: 'mine'});
  const seen = makeButton(tell('seen'), () => act.seen(slug), 'small');
  seen.ariaLabel = tell('seen-of', {name: nameOf(slug)});
  box.append(asked, list, buttons);
  buttons.append(seen);
  const [region, column] = reader;
  Promise.all([loadData('memories', [slug]), loadShort(slug)]).then(
    ([, guide]) => {
      const now = toldTo(globalThis.optoutMemories[slug], region, data.columns[column]);
      const {asks, said} = since(one, now, TO_DO.includes(placed.part));
      asked.textContent = tell(ASKED[asks]);
      const later = guide.history.filter(([date]) => date > one.done);
      const events = later.map(([date, text]) => paragraph([`${dated(date)}: `, ...text], '', 'li'));
      list.append(...said.map(textContent => make('li', {textContent})), ...events);
      if (asks === 'again' || asks === 'new') {
        const again = makeButton(tell('take-up'), () => act.done([slug], false), 'small');
        buttons.prepend(again, ' ');
      }
    },
    () => {
      asked.textContent = tell('changed');
    },
  );
  return box;
}

// Where there is no way: what is used, what one can still do and what that leaves, whom to write to; and the decision.
function makeDecision(slugs, reader, act) {
  const fold = make('details', {className: 'decide'});
  fold.append(make('summary', {textContent: tell('decide')}));
  fold.ontoggle = async () => {
    if (!fold.open || fold.childElementCount > 1) return;
    try {
      fold.append(...told(slugs[0], await loadShort(slugs[0]), reader));
    } catch {
      fold.append(make('p', {className: 'doubt', textContent: tell('not-loaded')}));
    }
    const keep = makeButton(tell('keep'), () => act.put(slugs, 'skipped'));
    const left = makeButton(tell('i-left'), () => act.done(slugs, true));
    const choice = make('p', {className: 'mine'});
    choice.append(keep, ' ', left);
    fold.append(choice);
  };
  return fold;
}

function told(slug, guide, reader) {
  const shown = forReader(guide, ...reader);
  const page = `platforms/${slug}.html`;
  const made = [paragraph(shown.said)];
  if (shown.uses.length) made.push(make('h4', {textContent: tell('decide-uses')}), makeFacts(shown.uses));
  const ways = Object.values(shown.ways).flat();
  if (ways.length) {
    const list = make('ul');
    for (const way of ways) {
      const item = make('li');
      item.append(make('a', {href: page, textContent: way.name}), '. ');
      for (const limit of way.limits ?? []) item.append(...paragraph(limit).childNodes, ' ');
      list.append(item);
    }
    made.push(make('h4', {textContent: tell('decide-ways')}), list);
  }
  if (shown.limits.length) made.push(make('h4', {textContent: tell('decide-limits')}), makeFacts(shown.limits));
  const write = make('p');
  write.append(make('a', {href: `letter.html#platform=${slug}`, textContent: tell('decide-letter')}));
  return [...made, write];
}
