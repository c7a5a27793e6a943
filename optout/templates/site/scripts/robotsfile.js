// A file that turns crawlers away, by the shapes that the command line has: optout/render/robots.py.

const pattern = token => `\\b${token.replaceAll('.', '\\.')}\\b`;

// `tokens` are those to be turned away, in their order; `purposes` say how to ask for the same on the command line.
export function compose({begin, end, shapes, robots, alone}, format, tokens, purposes) {
  const shape = shapes[format];
  const asked = purposes.map(one => ` --block ${one}`).join('') + (format === 'robots' ? '' : ` --format ${format}`);
  const lines = tokens.flatMap((token, at) => {
    const line = at === tokens.length - 1 ? shape.last : shape.each;
    const written = line.replace('TOKEN', () => token).replace('PATTERN', () => pattern(token));
    return [`${shape.indent}# ${robots[token]}`, shape.indent + written];
  });
  const left = Object.entries(alone).flatMap(([token, why]) => (tokens.includes(token) ? [] : [`# ${why}`]));
  const notes = shape.note.map(note => `# ${note}`);
  return [`# ${begin}${asked}`, ...notes, ...shape.start, ...lines, ...shape.end, ...left, `# ${end}`, ''].join('\n');
}
