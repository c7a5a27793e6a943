// A button that copies a text: what an element says, letter by letter, or something else.

import {makeButton, say} from './dom.js';
import {tell} from './page.js';

// What is selected is for those who must copy by hand; what is handed over is the text, letter by letter.
export function makeCopy(source, label, text = () => source.textContent) {
  const handOver = event => {
    event.clipboardData.setData('text/plain', text());
    event.preventDefault();
  };
  const copy = makeButton(
    label,
    async () => {
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        getSelection().selectAllChildren(source);
        source.addEventListener('copy', handOver, {once: true});
        if (!document.execCommand('copy')) return;
      }
      copy.textContent = tell('copied');
      say(tell('copied'));
      setTimeout(() => {
        copy.textContent = label;
      }, 2000);
    },
    'copy',
  );
  source.after(copy);
}
