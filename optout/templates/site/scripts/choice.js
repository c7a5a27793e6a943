// Choosing among what was composed at build time, by the reader's region and device. Nothing is decided here: the build
// names the regions that it tells apart, as lists of codes, and says what holds in each.

// The number of the case for a region: 0 where it is not known, then one for each set, the last for all other regions.
export function caseOf(sets, region) {
  const place = sets.findIndex(codes => codes.split(' ').includes(region)) + 1;
  return region ? place || sets.length + 1 : 0;
}

// The view of a guide: of `rows` there is one for each case of a region, with an order of the ways for each device, by
// its place among the choices, or one for all: those in each part of the page. Of each audience it is said, by a digit for each case, whether it is hidden.
export function viewOf({sets, rows, orders, leads, audiences, statuses}, region, device) {
  const place = caseOf(sets, region);
  const [status, ways, own, unknown, title] = rows[place];
  const [id, mark, label] = statuses[status];
  const order = ways[device] ?? ways[0];
  const hidden = Object.keys(audiences).filter(one => audiences[one][place] === '1');
  return {own, unknown, title, status: {id, mark, label}, hidden, ways: orders[order], lead: leads?.[order]};
}

// Regions that CLDR has a name for and that are no countries of ISO 3166.
const NONE = 'AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ';

// The codes of all countries, as the browser knows them by their names.
export function countries(names) {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap(first => letters.map(second => first + second));
  return codes.filter(code => names.of(code) && !NONE.includes(code) && new Intl.Locale(`und-${code}`).region === code);
}
