{% include "site/site.js" %}

// The rows of platforms: their status in the reader's region, and the ticks that put them on the reader's list.

const statuses = {{ statuses | tojson }};
const rank = id => statuses.findIndex(one => one[0] === id);

const rows = findAll('[data-list] [data-slug]').map(item => {
  const {slug, category, status, version, effort, variants} = item.dataset;
  const link = find('a', item);
  const chip = find('.status', item);
  const usual = [status, chip.lastChild.data.trim(), chip.firstElementChild.textContent];
  const others = variants ? variants.split('|').map(readVariant) : [];
  return {item, slug, category, status, version, steps: effort % 1000, link, chip, usual, others, home: item.parentElement};
});

// "opt-in=EU EEA" or "no-training=!US": what site/plan.py writes.
function readVariant(text) {
  const [, status, except, listed] = /^(.*)=(!?)(.*)$/.exec(text);
  return {status, whom: except ? {regionsExcept: listed} : {regions: listed}};
}

function showStatuses(region) {
  for (const row of rows) {
    const variant = region && row.others.find(({whom}) => holds(whom, region) === 1);
    const [id, label, mark] = variant ? statuses[rank(variant.status)] : row.usual;
    if (row.status === id) continue;
    row.status = id;
    row.chip.className = `status ${id}`;
    row.chip.firstElementChild.textContent = mark;
    row.chip.lastChild.data = ` ${label}`;
  }
}

// On by default and quick comes first; what takes no steps comes last among its like.
const effort = row => rank(row.status) * 1000 + row.steps;

function makeTicks(act) {
  for (const row of rows) {
    row.tick = make('input', {type: 'checkbox', ariaLabel: `${row.link.textContent} on my list`});
    row.tick.onchange = () => {
      changeList(list => {
        if (row.tick.checked) list[row.slug] = {added: today()};
        else delete list[row.slug];
      });
      act(row);
    };
    const label = make('label', {className: 'tick'});
    label.append(row.tick);
    row.link.after(label);
  }
}

function showTicks() {
  const list = readList();
  rows.forEach(row => row.tick.checked = Boolean(list[row.slug]));
}
