// What the page brings along: its data, the words it is told in, and its language.

import {find} from './dom.js';
import {teller} from './text.js';

export const language = document.documentElement.lang;
export const data = JSON.parse(find('#data').textContent);
export const tell = teller(data.words, language);
