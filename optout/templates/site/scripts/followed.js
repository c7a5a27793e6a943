// My list as files that calendars and feed readers take: on which days to look again, what is announced, what changed. The
// ids and words are those of the site's own calendar and feeds, and of `optout plan --format ics`.

import {calendarOf, feedOf} from './calendar.js';
import {find} from './dom.js';
import {saveText} from './download.js';
import {today} from './moments.js';
import {language, tell} from './page.js';
import {isKnown} from './platforms.js';
import {loadShort} from './short.js';

// After what was done half a year ago, after what was put off a week.
const AFTER_DONE = 183;
const AFTER_PUT_OFF = 7;
const NEWEST_NEWS = 100;

const wholeDates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
  dateStyle: 'long',
  timeZone: 'UTC',
});

function daysAfter(iso, number) {
  const date = new Date(iso.slice(0, 10));
  date.setUTCDate(date.getUTCDate() + number);
  return date.toISOString().slice(0, 10);
}

// Where guides are for others, if they are anywhere.
const guideOf = slug => {
  const mine = find('link[rel=canonical]')?.href;
  return mine && new URL(`platforms/${slug}.html#history`, mine).href;
};

function againOf(slug, {done, state, at}, isTask, [uid, summary]) {
  if (!done && !(isTask && ['later', 'not-there'].includes(state))) return [];
  const since = done ?? at.slice(0, 10);
  const description = tell(done ? 'look-again' : 'look-later', {date: wholeDates.format(new Date(since))});
  const date = daysAfter(since, done ? AFTER_DONE : AFTER_PUT_OFF);
  return [{uid, known: at.slice(0, 10), date, summary, description, url: guideOf(slug)?.replace('#history', '')}];
}

const announced = (slug, days) =>
  days.map(([uid, known, date, summary, description]) => ({
    uid,
    known,
    date,
    summary,
    description,
    url: guideOf(slug),
  }));

// The guides of what is on the list, each with its slug and its record.
function guidesOf(list) {
  const known = Object.entries(list).filter(([slug]) => isKnown(slug));
  return Promise.all(known.map(async ([slug, one]) => [slug, one, await loadShort(slug)]));
}

// `list` gives the list, `isTask` says whether there is anything to do about a platform; `ready` is once some platforms
// are known, `inform` says a sentence.
export function prepareFollowing({list, isTask, ready, inform}) {
  const save = (name, type, textOf) => async () => {
    try {
      await ready(Object.keys(list()));
      const text = textOf(await guidesOf(list()));
      saveText(text, name, type);
      inform(tell('followed', {file: name}));
    } catch {
      inform(tell('not-loaded'));
    }
  };

  const calendar = guides => {
    const days = guides.flatMap(([slug, one, guide]) => [
      ...againOf(slug, one, isTask(slug), guide.again),
      ...announced(slug, guide.days ?? []),
    ]);
    days.sort((one, other) => one.date.localeCompare(other.date) || one.summary.localeCompare(other.summary));
    return calendarOf(days, tell('calendar-name'), language);
  };

  const feed = guides => {
    const entries = guides.flatMap(([slug, , guide]) =>
      (guide.news ?? []).map(([id, known, title, paragraphs]) => ({id, known, title, paragraphs, url: guideOf(slug)})),
    );
    entries.sort((one, other) => other.known.localeCompare(one.known) || one.title.localeCompare(other.title));
    const {href: url} = find('link[rel=canonical]');
    const about = {title: document.title, author: find('.brand').textContent, url, language};
    return feedOf(entries.slice(0, NEWEST_NEWS), about, today());
  };

  find('[data-calendar]').onclick = save('my-list.ics', 'text/calendar', calendar);
  const button = find('[data-feed]');
  if (button) button.onclick = save('my-list.xml', 'application/atom+xml', feed);
}
