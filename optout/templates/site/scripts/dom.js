// Finding and making elements; texts only, so that nothing is ever read as markup.

export const find = (selector, within = document) => within.querySelector(selector);
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
export const make = (name, given) => Object.assign(document.createElement(name), given);
export const makeButton = (textContent, onclick, className = '') =>
  make('button', {type: 'button', textContent, onclick, className});

// To those who do not see the page.
export function say(text) {
  find('[data-said]').textContent = text;
}

// The status of a platform, as the templates write it.
export function showStatus(chip, {id, label, mark}) {
  chip.className = `status ${id}`;
  find('.mark', chip).textContent = mark;
  find('.label', chip).textContent = label;
}
