// A guide in short: what one needs to act or to decide, and nothing else. What holds for whom was chosen by the build.

import {viewOf} from './choice.js';
import {makeCopy} from './copy.js';
import {find, make} from './dom.js';
import {loadScript} from './load.js';
import {data, tell} from './page.js';
import {buildOf} from './platforms.js';
import {inline, paragraph} from './prose.js';

const guides = {__proto__: null};

globalThis.optoutShort = (slug, guide) => {
  guides[slug] = guide;
};

export async function loadShort(slug) {
  if (!guides[slug]) await loadScript(`${data.guides}/${slug}.js?${buildOf(slug)}`);
  return guides[slug];
}

// What of a guide is for this reader: its sentence, and the ways in each of its parts.
export function forReader(guide, region, device) {
  const view = viewOf(guide.views, region, device);
  const ways = Object.fromEntries(
    guide.parts.map((part, place) => [part, view.ways[place].map(one => guide.ways[one])]),
  );
  const holds = ([, , whom]) => !whom || !view.hidden.includes(whom);
  const own = guide.own[view.own ?? -1];
  return {
    said: view.unknown ? [view.unknown] : (own ?? guide.verdict),
    status: view.status,
    lead: view.lead,
    ways,
    uses: (guide.uses ?? []).filter(holds),
    limits: (guide.limits ?? []).filter(holds),
  };
}

function makeStep([text, block]) {
  const step = paragraph(text, '', 'li');
  if (!block) return step;
  const pre = make('pre', {textContent: block});
  step.append(pre);
  makeCopy(pre, tell('copy'));
  return step;
}

function doubted(spans) {
  const made = make('p', {className: 'doubt'});
  made.append(make('b', {textContent: tell('not-certain')}), ' ', ...inline(spans));
  return made;
}

// One way: what it takes, the button that opens the setting, the steps, and how one can tell that it worked.
export function makeWay(way, heading) {
  const made = make('div', {className: 'way'});
  if (heading) made.append(make('h3', {textContent: way.name}));
  if (way.takes) made.append(paragraph(way.takes, 'cost'));
  if (way.start) {
    const opens = make('p', {className: 'opens'});
    const isMail = way.start.startsWith('mailto:');
    opens.append(
      make('a', {className: 'button', href: way.start, textContent: way.opens, target: isMail ? '' : '_blank'}),
    );
    made.append(opens);
    makeCopy(find('a', opens), tell('copy-address'), () => way.start.replace(/^mailto:([^?]*).*/, '$1'));
  }
  const steps = make('ol', {className: 'steps'});
  steps.append(...way.steps.map(makeStep));
  made.append(steps);
  if (way.done) made.append(paragraph(way.done, 'done'));
  if (way.doubt) made.append(doubted(way.doubt));
  return made;
}

export function makeFacts(facts) {
  const list = make('ul');
  for (const [text, doubt] of facts) {
    const item = paragraph(text, '', 'li');
    if (doubt) item.append(' ', doubted(doubt));
    list.append(item);
  }
  return list;
}
