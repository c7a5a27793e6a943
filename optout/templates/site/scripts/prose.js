// Sentences of the catalog as the build hands them over: texts, or spans of another kind, each with what it leads to.

import {make} from './dom.js';

// An address that may be longer than a line of a phone may be broken at its signs, as render/html.py breaks it.
const ADDRESS = /^(?=\S*[./@])\S{25,}$/;
const PIECE = /[^/][^/?&=._@]*\/*|\/+/g;

function breakable(text) {
  if (!ADDRESS.test(text)) return [text];
  return text.match(PIECE).flatMap((piece, place) => (place ? [make('wbr'), piece] : piece));
}

const TAGS = {label: 'b', emphasis: 'em', code: 'code', guide: 'a', link: 'a', text: 'span'};

function element([kind, text, target, lang]) {
  const made = make(TAGS[kind]);
  made.append(...(kind === 'link' ? breakable(text) : [text]));
  if (kind === 'link') made.href = target;
  if (kind === 'guide') made.href = `platforms/${text}.html`;
  if (kind === 'label') made.translate = false;
  if (lang) made.lang = lang;
  return made;
}

export const inline = spans => spans.map(span => (typeof span === 'string' ? span : element(span)));

export function paragraph(spans, className = '', name = 'p') {
  const made = make(name, {className});
  made.append(...inline(spans));
  return made;
}
