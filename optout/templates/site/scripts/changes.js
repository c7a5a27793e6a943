// What changed, cut to the reader's own list, and whether it happened before or after they did it.

import {find, findAll, make} from './dom.js';
import {readList} from './kept.js';
import {soundList} from './list.js';
import {language, tell} from './page.js';
import {follow, LIST} from './store.js';

const only = find('[data-only-mine]');
const rows = findAll('.told li[data-slug]').map(item => ({item, date: find('time', item).dateTime}));
const sections = findAll('main section').filter(one => find('.told', one));
const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {dateStyle: 'long', timeZone: 'UTC'});

for (const {item} of rows) item.append(make('small', {className: 'own'}));

function show() {
  const list = soundList(readList());
  const number = Object.keys(list).length;
  only.closest('p').hidden = !number;
  if (!number) only.checked = false;
  for (const {item, date} of rows) {
    const one = list[item.dataset.slug];
    item.hidden = only.checked && !one;
    const isAfter = one?.done && date > one.done.slice(0, date.length);
    const said = one?.done && tell(isAfter ? 'done-earlier' : 'done-later', {date: dates.format(new Date(one.done))});
    find('.own', item).textContent = said ?? '';
  }
  for (const one of sections) one.hidden = only.checked && !find('.told li:not([hidden])', one);
  find('[data-none-mine]').hidden = !only.checked || rows.some(({item}) => !item.hidden);
}

only.checked = new URLSearchParams(location.search).has('mine');
only.onchange = () => {
  history.replaceState(null, '', only.checked ? '?mine' : location.pathname);
  show();
};
show();
follow(LIST, show);
