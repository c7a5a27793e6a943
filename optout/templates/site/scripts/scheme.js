// Light or dark: the choice of it at the foot of all pages but guides. What was chosen, first.js obeys before.

import {find} from './dom.js';
import {READER} from './keys.js';
import {follow, read, write} from './store.js';

// As the pages of guides do in reader.js.
function obeyScheme() {
  document.documentElement.style.colorScheme = read(READER)?.scheme ?? '';
}

export function offerScheme() {
  const choice = find('[data-scheme]');
  const recall = () => {
    choice.value = read(READER)?.scheme ?? '';
    if (choice.selectedIndex < 0) choice.value = '';
    obeyScheme();
  };
  choice.onchange = () => {
    write(READER, {...read(READER), scheme: choice.value});
    obeyScheme();
  };
  recall();
  follow(READER, recall);
}
