// In which of so many blocks of data what is said of a slug stands, as site/named.py cut it.

const PRIME = 65521;

export function blockOf(slug, number) {
  let found = 0;
  for (const sign of slug) found = (found * 31 + sign.codePointAt(0)) % PRIME;
  return found % number;
}
