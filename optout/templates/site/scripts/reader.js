// Who is reading: the region and the device that somebody chose, here or on another page.

import {countries} from './choice.js';
import {find} from './dom.js';
import {READER} from './keys.js';
import {data, language} from './page.js';
import {follow, read, write} from './store.js';

// Names of countries are known to browsers, those of their parts come with the page.
function regionOptions() {
  const names = new Intl.DisplayNames(language, {type: 'region', fallback: 'none'});
  const whole = countries(names).map(code => new Option(names.of(code), code));
  const parts = Object.entries(data.parts).map(
    ([code, part]) => new Option(`${names.of(code.slice(0, 2))}: ${part}`, code),
  );
  return [...whole, ...parts].sort((one, other) => one.text.localeCompare(other.text, language));
}

// What is chosen in a select; a page without the select goes by what is remembered. Calls `act` when it changes.
function remembered(name, act) {
  const select = find(`[data-${name}]`) ?? new Option();
  const recall = () => {
    select.value = read(READER)?.[name] ?? '';
    if (select.selectedIndex < 0) select.value = '';
    document.documentElement.style.colorScheme = read(READER)?.scheme ?? '';
  };
  recall();
  select.onchange = () => {
    write(READER, {...read(READER), [name]: select.value});
    act();
  };
  follow(READER, () => {
    recall();
    act();
  });
  return () => select.value;
}

export function rememberedRegion(act) {
  find('[data-region]').append(...regionOptions());
  return remembered('region', act);
}

export const rememberedDevice = act => remembered('device', act);
