// Finding a platform by what somebody types. A platform is found by its keys, letters without accents in lower case as the
// build writes them (name, former names, company, domains); the first is its name.

// Letters without their accents, in lower case.
export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

// The host of a pasted address; nothing if it is none.
export function hostOf(text) {
  return /^(?:[a-z]+:\/\/)?(?:www\.)?([^\s/:?#@]+\.[^\s/:?#@.]+)(?::\d+)?(?:[/?#]\S*)?$/.exec(text)?.[1];
}

// How well a key fits, 0 best: all of it, its beginning, the beginning of a word in it, anywhere inside.
export function closeness(key, wanted) {
  const place = key.indexOf(wanted);
  if (place < 0) return Infinity;
  if (!place) return key === wanted ? 0 : 1;
  if (!/[\p{L}\p{N}]/u.test(key[place - 1])) return 3;
  return wanted.length > 1 ? 5 : Infinity;
}

const isUnder = (host, domain) => domain.includes('.') && host.endsWith(`.${domain}`);

// The same for all that a platform is found by: the beginning of its name counts more than all of another key.
export function fit(keys, wanted, host) {
  const byDomain = host ? keys.map(key => (isUnder(host, key) ? 1 : closeness(key, host))) : [];
  const byKey = keys.map(key => closeness(key, wanted) + 1.5);
  const whole = Math.min(closeness(keys[0], wanted), ...byKey, ...byDomain);
  if (whole < Infinity) return whole;
  const words = wanted.split(/\s+/);
  return words.length > 1 && words.every(word => keys.some(key => key.includes(word))) ? 8 : Infinity;
}

// Insertions, deletions, changes and swapped neighbours between two words, as far as `most`.
export function editDistance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let last = Array.from({length: other.length + 1}, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length] <= most ? last[other.length] : Infinity;
}

// How far off the nearest name is, if there may be one mistake for every three letters.
export function misspelt(keys, wanted) {
  const most = Math.min(3, Math.floor(wanted.length / 3));
  const names = keys.flatMap(key => [key, ...key.split(/[\s.]+/)]);
  return most ? Math.min(...names.map(name => editDistance(wanted, name, most))) : Infinity;
}

function ranked(among, far, inOrder) {
  const measured = among.map(row => [far(row), row]).filter(([distance]) => distance < Infinity);
  return measured.sort(([one, row], [other, next]) => one - other || inOrder(row, next)).map(([, row]) => row);
}

// The rows that fit, best first; only where none does, those that somebody who misspelt it may mean. Rows have `keys`, and
// `inOrder` says which of two comes first where both fit equally well.
export function search(among, text, inOrder) {
  const wanted = fold(text);
  const host = hostOf(wanted);
  const exact = ranked(among, row => fit(row.keys, wanted, host), inOrder);
  return {exact, similar: exact.length ? [] : ranked(among, row => misspelt(row.keys, host ?? wanted), inOrder)};
}
