// How two lists become one, and what of a list is to be done in which order.

// Of two records of a platform: since when it is on the list, and the later tick.
export function merge(one, other) {
  if (!one) return other;
  const added = one.added < other.added ? one.added : other.added;
  const {done, version} = (other.done ?? '') > (one.done ?? '') ? other : one;
  return {added, ...(done && {done, version})};
}

export function add(list, other) {
  for (const [slug, one] of Object.entries(other)) list[slug] = merge(list[slug], one);
}

// What was ticked under a former name goes on under the present one; says whether there was any.
export function rename(list, renamed) {
  const former = Object.keys(renamed).filter(slug => Object.hasOwn(list, slug));
  for (const slug of former) {
    add(list, {[renamed[slug]]: list[slug]});
    delete list[slug];
  }
  return former.length > 0;
}

function partOf(one, shown) {
  if (!shown) return 'gone';
  if (one.done) return 'done';
  return shown.todo ? 'to-do' : 'nothing';
}

// The list by its parts. `shownOf` gives what the lists show of a platform where the reader is, and nothing for one that
// the site does not have; `versionOf` the present version of its guide. On by default and quick comes first, of what is
// done that whose guide has changed since, then the latest.
export function divide(list, shownOf, versionOf) {
  const parts = {'to-do': [], done: [], nothing: [], gone: []};
  for (const [slug, one] of Object.entries(list)) {
    const shown = shownOf(slug);
    const changed = Boolean(shown && one.done) && one.version !== versionOf(slug);
    parts[partOf(one, shown)].push({slug, one, shown, changed});
  }
  parts['to-do'].sort((one, other) => one.shown.effort - other.shown.effort || one.slug.localeCompare(other.slug));
  parts.done.sort((one, other) => other.changed - one.changed || other.one.done.localeCompare(one.one.done));
  return parts;
}
