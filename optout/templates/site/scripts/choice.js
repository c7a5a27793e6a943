// Choosing among what was composed at build time, by the reader's region and device. Nothing is decided here: the build
// names the regions that it tells apart, as lists of codes, and says what holds in each.

// The number of the case for a region: 0 where it is not known, then one for each set, the last for all other regions.
export function caseOf(sets, region) {
  if (!region) return 0;
  const place = sets.findIndex(codes => codes.split(' ').includes(region));
  return place < 0 ? sets.length + 1 : place + 1;
}

// The view of a guide. `rows` has one for each case of a region, and in it an order of the ways for each of the `devices`: those in
// each part of the page.
export function viewOf({sets, devices, rows, orders, leads, audiences, statuses}, region, device) {
  const {status, hidden, ways, ...said} = rows[caseOf(sets, region)];
  const order = ways[devices.indexOf(device)];
  return {
    ...said,
    status: statuses[status],
    hidden: hidden.map(number => audiences[number]),
    ways: orders[order],
    lead: leads[order],
  };
}

// The codes that a page packs by their first letter: "ADE BA" are AD, AE and BA.
export function unpack(packed) {
  return packed.split(' ').flatMap(([first, ...others]) => others.map(second => first + second));
}
