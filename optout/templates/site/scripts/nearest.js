// Of the languages in which there are labels, the one of a screen: the same of another country is nearer than none.

export function nearest(tags, screen) {
  const near = tags.filter(tag => tag.split('-')[0] === screen.split('-')[0]);
  return near.find(tag => tag === screen) ?? near.find(tag => !tag.includes('-')) ?? near[0];
}
