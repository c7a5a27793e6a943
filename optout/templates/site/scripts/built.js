// Of which make the scripts are: what they read is found under it, and never of another one. The build says it.

export const MAKE = 'MAKE';
