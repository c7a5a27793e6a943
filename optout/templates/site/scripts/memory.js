// What the guides say when somebody decides, or puts a platform on the list, is kept with it by a script that no page
// waits for: remember.js. It runs anew each time.

import {make} from './dom.js';

const src = new URL('remember.js', document.currentScript.src);

export const remember = () => document.head.append(make('script', {src}));
