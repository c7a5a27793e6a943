// Finding platforms, companies, categories and topics by what somebody types. The same index and the same rules as
// `optout search` has (optout/guide/search.py), and what differs between the two is a mistake: one file of cases is
// tested in both.

const SIGN = /[\p{L}\p{N}\p{Mn}\p{Mc}]+/gu;
const SELECTOR = /[\ufe00-\ufe0f]/g;
const HOST = /^(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+[a-z][\w-]*[a-z0-9]\.?$/i;

// The form in which words are compared: no capitals, no accents, no signs.
export function words(text) {
  const bare = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replace(/ı/g, 'i');
  const folded = bare.toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
  const plain = folded
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC');
  return plain.replace(SELECTOR, '').match(SIGN) ?? [];
}

// The host in a pasted address or a domain, without www; empty if there is none.
export function hostOf(text) {
  const trimmed = text.trim();
  let host = trimmed;
  if (!HOST.test(trimmed)) {
    if (!trimmed.includes('.') || /[\s\\]/.test(trimmed)) return '';
    try {
      host = new URL(trimmed.includes('//') ? trimmed.replace(/^.*?\/\//, 'http://') : `http://${trimmed}`).hostname;
    } catch {
      return '';
    }
    if (!HOST.test(host)) return '';
  }
  return host
    .toLowerCase()
    .replace(/\.+$/, '')
    .replace(/^www\./, '');
}

// How many letters must be added, dropped, replaced or swapped with their neighbour; more than `limit` is `limit` + 1.
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({length: other.length + 1}, (_, place) => place);
  let nearest = 0;
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const changed = last[column - 1] + Number(one[row - 1] !== other[column - 1]);
      let away = Math.min(changed, last[column] + 1, here[column - 1] + 1);
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) away = Math.min(away, before[column - 2] + 1);
      here[column] = away;
      least = Math.min(least, away);
    }
    // No later row can come below it: the next is made from this one, and by a swap from the one before.
    if (least > limit && nearest >= limit) return limit + 1;
    [before, last, nearest] = [last, here, least];
  }
  return Math.min(last[other.length], limit + 1);
}

// How many slips are likely in a name as long as that; nobody takes another letter for the first.
function allowed(wanted, name, {shortest, long}) {
  const shorter = Math.min(wanted.length, name.length);
  const startsAlike = wanted[0] === name[0];
  if (shorter < shortest || (!startsAlike && wanted[0] !== name[1] && wanted[1] !== name[0])) return 0;
  if (shorter < long || !startsAlike) return 1;
  return shorter < 2 * long ? 2 : 3;
}

// The words that are near, the nearest first.
export function near(wanted, known, rules) {
  const found = [];
  for (const name of known) {
    const most = allowed(wanted, name, rules);
    const away = most ? distance(wanted, name, most) : 1;
    if (away <= most) found.push([away, name]);
  }
  return found.sort(([one, name], [other, next]) => one - other || (name < next ? -1 : 1));
}

// The numbers of a run: steps from one position to the next, after the letter of the place, as in "n1,4".
function positionsOf(run) {
  const found = [];
  let position = -1;
  let step = 0;
  for (let at = 1; at <= run.length; at++) {
    const digit = run.charCodeAt(at) - 48;
    if (digit >= 0) step = 10 * step + digit;
    else {
      position += step;
      found.push(position);
      step = 0;
    }
  }
  return found;
}

// The positions that have a score, best first; of one score as they are. There are few scores, however many positions.
function ranked(scores) {
  const alike = new Map();
  for (const [position, score] of scores.entries()) {
    if (score && alike.has(score)) alike.get(score).push(position);
    else if (score) alike.set(score, [position]);
  }
  return [...alike.keys()].sort((one, other) => other - one).flatMap(score => alike.get(score));
}

// An index as the build writes it: `documents` by their positions, `words` with the `places` of each, the rules.
export function openIndex(given) {
  const silent = new Set(given.silent.split(' '));
  const meanings = given.meanings.map(line => line.split(' '));
  const known = given.words.split('\n');
  const {rules} = given;

  // The places of the known words, by their first letters.
  const beginning = new Map();
  for (const [at, one] of known.entries()) {
    if (beginning.has(one[0])) beginning.get(one[0]).push(at);
    else beginning.set(one[0], [at]);
  }

  // Read once: each key asks again.
  const read = new Map();
  let lately = new Map();

  // Where a word stands, as in "n1,4;b2".
  function positions(text = '', place) {
    if (!read.has(text)) read.set(text, new Map(text.split(';').map(run => [run[0], run])));
    const runs = read.get(text);
    const run = runs.get(place);
    if (typeof run !== 'string') return run ?? [];
    runs.set(place, positionsOf(run));
    return runs.get(place);
  }

  function isAddress(text) {
    const host = hostOf(text);
    return Boolean(host) && (text.includes('//') || !rules.files.includes(host.split('.').at(-1)));
  }

  // The name in a host that was registered: "google" for docs.google.com.
  function owner(text) {
    const labels = hostOf(text).split('.');
    const hasSecond = labels.length > 1 && labels.at(-1).length === 2 && rules.second.includes(labels.at(-2));
    return labels.slice(0, hasSecond ? -2 : -1).at(-1) ?? labels.at(-1);
  }

  function variants(word) {
    const meant = meanings.filter(line => line.includes(word)).flat();
    const found = new Map([...meant.map(one => [one, rules.meant]), [word, 1]]);
    if ([...found.keys()].some(wanted => startingWith(wanted).length)) return [found, false];
    for (const [away, one] of near(word, known, rules).slice(0, rules.slips)) found.set(one, rules.slip / away);
    return [found, true];
  }

  const startingWith = word => (beginning.get(word[0]) ?? []).filter(at => known[at].startsWith(word));

  // Within names a word is found as well, if it is long enough.
  let ofNames = null;
  function within(word) {
    const isName = run => rules.names.includes(run[0]);
    if (word.length < rules.inner) return [];
    ofNames ??= [...known.keys()].filter(at => given.places[at].split(';').some(isName));
    return ofNames.filter(at => known[at].indexOf(word) > 0);
  }

  // How well each position fits by the best place of the best word; 0 where none does.
  function placesOf(wanted, places) {
    const scores = new Float64Array(given.documents.length);
    const put = (at, among, counts, fit) => {
      for (const place of among) {
        const score = rules.weight[place] * counts * fit;
        for (const position of positions(given.places[at], place)) {
          if (scores[position] < score) scores[position] = score;
        }
      }
    };
    for (const [word, counts] of wanted) {
      const starts = startingWith(word);
      for (const at of starts) put(at, places, counts, known[at] === word ? 1 : rules.start);
      const isStart = new Set(starts);
      for (const at of within(word)) if (!isStart.has(at)) put(at, rules.names, counts, rules.inside);
    }
    return scores;
  }

  // What a word finds, and whether it was taken for one that is near. Who types a second word asks for the first again.
  function foundBy(word, isHost, kept) {
    const key = `${isHost} ${word}`;
    if (!lately.has(key)) {
      const [wanted, slipped] = variants(word);
      lately.set(key, {scores: placesOf(wanted, isHost ? rules.names : rules.places), slipped});
    }
    kept.set(key, lately.get(key));
    return kept.get(key);
  }

  // What fits, best first, by its positions; `isNear` says that a word was nobody's and taken for one that is near.
  return function search(asked) {
    const isHost = isAddress(asked);
    const every = words(isHost ? owner(asked) : asked);
    const saying = every.filter(word => !silent.has(word));
    const said = saying.length ? saying : every;
    let fitting = new Float64Array(given.documents.length);
    let isNear = false;
    const kept = new Map();
    for (const [number, word] of said.entries()) {
      const {scores, slipped} = foundBy(word, isHost, kept);
      isNear ||= slipped;
      const before = fitting;
      fitting = scores.map((score, position) =>
        number ? score && before[position] && before[position] + score : score,
      );
    }
    lately = kept;
    const wholes = new Set([said.join(''), words(asked).join('')].filter(Boolean));
    for (const [place, more] of Object.entries(rules.whole)) {
      const called = new Set([...wholes].flatMap(whole => [...positions(given.called[whole], place)]));
      for (const position of called) fitting[position] += more;
    }
    const found = ranked(fitting).map(position => given.documents[position]);
    return {found, isNear: isNear && found.length > 0};
  };
}
