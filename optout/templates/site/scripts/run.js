// Going through My list from platform to platform: what one decides is kept at once, so that a closed tab loses nothing.

import {find, findAll, make, makeButton, say, showStatus} from './dom.js';
import {tell} from './page.js';
import {nameOf} from './platforms.js';
import {paragraph} from './prose.js';
import {forReader, loadShort, makeFacts, makeWay} from './short.js';
import {far} from './worklist.js';

const HASH = '#start';
const KEYS = {
  Enter: '.opens a',
  1: '[data-decide=done]',
  2: '[data-decide=later]',
  3: '[data-decide=skipped]',
  Escape: '[data-stop]',
};

// `parts` gives the list by its parts, `reader` who reads, `act` what one decides.
export function prepareRun({act, parts, reader}) {
  const place = find('[data-run]');
  const whole = find('[data-whole]');
  const guide = find('[data-short]');
  const isOn = () => location.hash === HASH;
  let passed = [];
  let current = null;

  const next = now => now.left.find(task => !passed.includes(task.slugs[0]));

  function start() {
    passed = [];
    history.pushState(null, '', HASH);
    go();
  }

  function stop() {
    history.pushState(null, '', location.pathname + location.search);
    go();
  }

  function go() {
    current = null;
    show(far(parts()));
    (isOn() ? place : find('[data-start]')).focus();
    scrollTo(0, 0);
  }

  async function show(now) {
    place.hidden = !isOn();
    whole.hidden = isOn();
    document.body.classList.toggle('running', isOn());
    if (!isOn()) return;
    const task = next(now);
    const {done, total, left, minutes} = now;
    find('[data-left]').textContent = left.length
      ? tell('left', {number: left.length, time: tell('minutes', {number: minutes})})
      : tell('progress', {done, number: total});
    Object.assign(find('[data-bar]'), {max: total || 1, value: done});
    for (const one of findAll('.decisions, [data-decide=not-there], [data-stop], .keys', place)) one.hidden = !task;
    find('[data-back]').disabled = !passed.length;
    if (!task) return showEnd(now);
    if (current === task.slugs.join()) return;
    current = task.slugs.join();
    await showGuide(task);
  }

  async function showGuide({slugs, placed}) {
    const head = make('div', {className: 'name'});
    const status = make('p');
    status.append(make('span', {className: 'mark', ariaHidden: 'true'}), ' ', make('span', {className: 'label'}));
    showStatus(status, placed.status);
    status.classList.add('status');
    head.append(make('h2', {textContent: nameOf(slugs[0]), translate: false}), status);
    guide.replaceChildren(head);
    try {
      const shown = forReader(await loadShort(slugs[0]), ...reader());
      if (current !== slugs.join()) return;
      guide.append(paragraph(shown.said, 'verdict'));
      const ways = shown.ways.steps ?? [];
      const best = make('div', {className: 'best'});
      if (ways.length > 1) best.append(make('p', {textContent: shown.lead}));
      best.append(...ways.map(way => makeWay(way, ways.length > 1)));
      guide.append(best);
      if (slugs.length > 1)
        guide.append(make('p', {textContent: tell('covers', {names: slugs.slice(1).map(nameOf).join(', ')})}));
      if (shown.limits.length) guide.append(fold(tell('decide-limits'), makeFacts(shown.limits)));
    } catch {
      guide.append(make('p', {className: 'doubt', textContent: tell('not-loaded')}));
    }
    const more = make('p');
    more.append(make('a', {href: `platforms/${slugs[0]}.html`, textContent: tell('whole-guide')}));
    guide.append(more);
  }

  function fold(title, content) {
    const made = make('details');
    made.append(make('summary', {textContent: title}), content);
    return made;
  }

  function showEnd(now) {
    current = '';
    const all = parts();
    guide.replaceChildren(make('h2', {textContent: tell(now.left.length ? 'end-later' : 'end')}));
    if (now.left.length) guide.append(makeButton(tell('again'), start));
    if (all['no-way'].length) {
      const said = make('p', {textContent: `${tell('end-no-way', {number: all['no-way'].length})} `});
      guide.append(said);
    }
    guide.append(makeButton(tell('to-list'), stop));
  }

  function decide(name) {
    const task = next(far(parts()));
    if (!task) return;
    passed.push(task.slugs[0]);
    current = null;
    if (name === 'done') act.done(task.slugs, true);
    else act.put(task.slugs, name);
    place.focus();
    scrollTo(0, 0);
    say(find('[data-left]').textContent);
  }

  // The one before, as if nothing had been decided about it.
  function back() {
    const slug = passed.pop();
    const all = Object.values(parts()).flat();
    const slugs = all.find(one => one.slugs.includes(slug))?.slugs;
    current = null;
    if (slugs) act.done(slugs, false);
    place.focus();
    scrollTo(0, 0);
  }

  // Only while one is in the run: whoever speaks to the page, or types elsewhere, decides nothing by a letter.
  function byKey(event) {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = KEYS[key] && find(KEYS[key], place);
    if (!button?.checkVisibility() || (key === 'Enter' && target !== place)) return;
    event.preventDefault();
    button.click();
  }

  place.onkeydown = byKey;
  for (const button of findAll('[data-decide]', place)) button.onclick = () => decide(button.dataset.decide);
  find('[data-back]').onclick = back;
  find('[data-stop]').onclick = stop;
  find('[data-start]').onclick = start;
  addEventListener('popstate', go);
  return {show};
}
