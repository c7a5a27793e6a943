// Days and moments, as lists write them.

// Sweden writes dates as ISO 8601 does.
export const today = () => new Date().toLocaleDateString('sv');

const written = date => date.toISOString().replace(/\.\d+/, '');

export const moment = () => written(new Date());

// The moment of a decision that comes after another one, whatever the clock of who made that one said.
export function later(now, before) {
  const next = Date.parse(before) + 1000;
  return next && now <= before ? written(new Date(next)) : now;
}
