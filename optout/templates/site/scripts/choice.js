// Choosing among what was composed at build time, by the reader's region and device. Nothing is decided here: the build
// names the regions that it tells apart, as lists of codes, and says what holds in each.

// The number of the case for a region: 0 where it is not known, then one for each set, the last for all other regions.
export function caseOf(sets, region) {
  if (!region) return 0;
  const place = sets.findIndex(codes => codes.split(' ').includes(region));
  return place < 0 ? sets.length + 1 : place + 1;
}

// The view of a guide: of `rows` there is one for each case of a region, with an order of the ways for each of the
// `devices`: those in each part of the page. Of each audience it is said, by a digit for each case, whether it is hidden.
export function viewOf({sets, devices, rows, orders, leads, audiences, statuses}, region, device) {
  const place = caseOf(sets, region);
  const [status, ways, own, unknown, title] = rows[place];
  const [id, mark, label] = statuses[status];
  const order = ways[devices.indexOf(device)] ?? ways[0];
  const hidden = Object.keys(audiences).filter(one => audiences[one][place] === '1');
  return {own, unknown, title, status: {id, mark, label}, hidden, ways: orders[order], lead: leads[order]};
}

// The codes of two letters that a page has as a number: a bit for each of AA to ZZ.
export function unpack(packed) {
  const letter = place => String.fromCharCode(65 + place);
  const bits = [...packed].flatMap(digit => [8, 4, 2, 1].map(bit => Number.parseInt(digit, 16) & bit));
  return bits.flatMap((bit, place) => (bit ? letter(place / 26) + letter(place % 26) : []));
}
