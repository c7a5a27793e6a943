// A calendar and a feed as texts: https://www.rfc-editor.org/rfc/rfc5545 and https://www.rfc-editor.org/rfc/rfc4287

const bytes = new TextEncoder();

// Lines have at most 75 octets; what is longer goes on after a blank.
function folded(line) {
  const lines = [''];
  let length = 0;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > 75) {
      lines.push(' ');
      length = 1;
    }
    lines[lines.length - 1] += sign;
    length += size;
  }
  return lines.join('\r\n');
}

const escaped = text => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n|\r/g, '\\n');
const bare = iso => iso.replaceAll('-', '');

function dayOf({uid, known, date, summary, description, url}) {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${bare(known)}T000000Z`,
    `LAST-MODIFIED:${bare(known)}T000000Z`,
    `SEQUENCE:${Math.max(0, (Date.parse(known) - Date.UTC(2020, 0)) / 864e5)}`,
    `DTSTART;VALUE=DATE:${bare(date)}`,
    `SUMMARY:${escaped(summary)}`,
    'TRANSP:TRANSPARENT',
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'END:VEVENT',
  ];
}

// The standard wants at least one component, and a time zone is one that no calendar shows.
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

// Whole days: an id, since when it is known, the day, what to call it, more of it, an address.
export function calendarOf(days, name, language) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//optout//my list//${language.toUpperCase()}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(days.length ? days.flatMap(dayOf) : ZONE),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

const SIGNS = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const marked = text => text.replace(/[&<>"]/g, sign => SIGNS[sign]);
const timeOf = iso => `${iso}T00:00:00+00:00`;

function entryOf({id, known, title, paragraphs, url}) {
  const said = paragraphs.map(text => `<p>${marked(text)}</p>`).join('');
  return `<entry><title>${marked(title)}</title><link href="${marked(url)}" rel="alternate"/><updated>${timeOf(known)}</updated><id>${marked(id)}</id><summary type="html">${marked(said)}</summary></entry>`;
}

// Entries, the newest first: an id, since when it is known, a title, paragraphs, an address. Without any the feed has the
// day on which it was made.
export function feedOf(entries, {title, author, url, language}, today) {
  const updated = entries[0]?.known ?? today;
  const head = `<title>${marked(title)}</title><link href="${marked(url)}" rel="alternate"/><id>${marked(url)}</id><updated>${timeOf(updated)}</updated><author><name>${marked(author)}</name></author>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">${head}${entries.map(entryOf).join('')}</feed>\n`;
}
