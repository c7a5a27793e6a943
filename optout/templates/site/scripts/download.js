// Handing over a text as a file.

import {make} from './dom.js';

export function saveText(text, download, type = 'application/json') {
  const href = URL.createObjectURL(new Blob([text], {type}));
  make('a', {href, download}).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
