// What is different about an account since it was ticked off: in words, and with what that asks for. The terminal's
// plan/changed.py says the same, and more.

import {isObject} from './kept.js';
import {data, tell} from './page.js';

const ASKS = ['again', 'new', 'wording'];
// What was kept may come from anybody's file: only texts in it are said.
const text = value =>
  [value]
    .flat()
    .filter(one => typeof one === 'string')
    .join(' › ');
const endOf = way => way.switch ?? way.form ?? way.delete ?? way.plan ?? way.email;

function mateOf(way, ways, isAlone) {
  const like = ways.filter(one => one.how === way.how);
  return (
    ways.find(one => one.name === way.name) ??
    like.find(one => endOf(one) && endOf(one) === endOf(way)) ??
    (isAlone && ways.length === 1 ? like[0] : undefined)
  );
}

function* ofWays(before, after) {
  const mates = before.map(way => mateOf(way, after, before.length === 1));
  for (const [place, mate] of mates.entries()) {
    for (const [field, what] of mate ? Object.entries(data.fields) : []) {
      const [old, now] = [text(before[place][field]), text(mate[field])];
      const asks = data.again.includes(field) ? 'again' : 'wording';
      if (old !== now) yield {asks, said: tell('value-changed', {what, old: old || '–', new: now || '–'})};
    }
  }
  const stands = mates.some(Boolean);
  for (const way of after.filter(one => !mates.includes(one)))
    yield {asks: stands ? 'wording' : 'new', said: tell('way-new', {name: way.name ?? endOf(way) ?? way.how})};
}

function* ofVerdict(before, after) {
  const verdicts = new Map(Object.entries(data.verdicts));
  const [old, now] = [verdicts.get(before), verdicts.get(after)];
  if (before === after || !old || !now) return;
  const asks = now.place > old.place && now.asks ? 'new' : 'wording';
  yield {asks, said: tell('value-changed', {what: data.status, old: old.label, new: now.label})};
}

// `now` is what the guide says today to this reader, `isTask` whether there is anything to do there.
export function since({was}, now, isTask) {
  if (!isObject(was) || !was.verdict) return {asks: isTask ? 'again' : 'wording', said: [tell('other-since')]};
  const ways = Array.isArray(was.ways) ? was.ways.filter(isObject) : [];
  const walked = [...ofWays(ways, now.ways ?? [])].map(one => (isTask ? one : {...one, asks: 'wording'}));
  const found = [...ofVerdict(was.verdict, now.verdict), ...walked];
  if (!found.length) return {asks: 'still', said: []};
  const asks = ASKS.find(one => found.some(({asks: each}) => each === one));
  return {asks, said: found.map(({said}) => said)};
}
