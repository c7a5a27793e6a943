// What is selected in a guide goes along with a message to the publisher, where there is one to write: not part of guide.js,
// because most sites have none, and a guide is to stay light.

const report = document.querySelector('[data-report]');
const prepared = report.href;

document.onselectionchange = () => {
  const passage = String(getSelection());
  if (passage) report.href = prepared + encodeURIComponent(passage);
};
