// On all pages but guides.

import {offerScheme} from './scheme.js';

offerScheme();
