// What must be known before anything is shown, in every page itself: light or dark; and a page that will look otherwise
// to this reader than it was built shows what is in it once its script has run, so that nothing moves. What is remembered
// has the names of keys.js. From a folder it is not asked for yet: Chromium, asked that early, may find nothing kept there,
// keeps to that, and what is ticked then would be written over the list.
const root = document.documentElement;
try {
  const reader = origin === 'null' || localStorage['optout.reader.1'];
  if (location.search || root.dataset.late || reader || localStorage['optout.list.1']) root.className = 'late';
  root.style.colorScheme = JSON.parse(reader).scheme;
} catch {}
addEventListener('DOMContentLoaded', () => (root.className = ''));
