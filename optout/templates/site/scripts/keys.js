// Under which names a browser remembers something for all pages of the site.

export const READER = 'optout.reader.1';

// By slug: when a platform was put on the list, when it was ticked off, and which version of its guide that was.
export const LIST = 'optout.list.1';

// Which platforms My list told to do last, in its order: for a guide, which knows no other.
export const ORDER = 'optout.order.1';
