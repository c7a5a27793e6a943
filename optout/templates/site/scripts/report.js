// What is selected in a guide goes along with a message to the publisher, where there is one to write: not part of guide.js,
// because most sites have none, and a guide is to stay light.

// Programs for e-mail take no address of any length.
const MOST_SIGNS = 500;

// What is no word of the guide, or was not in sight.
const UNSAID = '[href^="#source-"], button, select, svg, [hidden], details:not([open]) > :not(summary)';

const report = document.querySelector('[data-report]');

// As it reads: without the numbers of sources, and with its paragraphs and steps in lines of their own.
function selected() {
  const chosen = getSelection();
  const part = document.createElement('div');
  for (let number = 0; number < chosen.rangeCount; number++) part.append(chosen.getRangeAt(number).cloneContents());
  for (const one of part.querySelectorAll(UNSAID)) one.remove();
  for (const one of part.querySelectorAll('p, li, h1, h2, h3')) one.append('\r\n');
  const signs = [...part.textContent.trim()];
  return signs.slice(0, MOST_SIGNS).join('') + (signs.length > MOST_SIGNS ? ' …' : '');
}

document.onselectionchange = () => {
  const passage = selected();
  if (passage) report.href = report.dataset.report.replace('{passage}', encodeURIComponent(passage));
};
