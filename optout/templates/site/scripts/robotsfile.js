// A file that turns crawlers away, by the shapes that the command line has: optout/render/robots.py.

// A name that may be a word of others counts in its own letters alone.
const isWord = token => /^[a-z]{1,8}$/i.test(token) && !/bot/i.test(token);

const pattern = token => `${isWord(token) ? '' : '(?i)'}\\b${token.replaceAll('.', '\\.')}\\b`;

const contains = token =>
  isWord(token) ? `http.user_agent contains "${token}"` : `lower(http.user_agent) contains "${token.toLowerCase()}"`;

const expression = tokens => `(${tokens.map(contains).join(' or ')}) and http.request.uri.path ne "/robots.txt"`;

// Rules of Cloudflare's, each as long as one may be; `title` says which it is.
function* ruleLines({longest, title}, robots, tokens) {
  const rules = [];
  for (const token of tokens) {
    const last = rules.at(-1);
    if (last && expression([...last, token]).length <= longest) last.push(token);
    else rules.push([token]);
  }
  for (const [at, rule] of rules.entries()) {
    yield* rule.map(token => `# ${robots[token]}`);
    yield `# ${title.replace('{place}', at + 1).replace('{number}', rules.length)}`;
    yield expression(rule);
  }
}

function* shapedLines(shape, robots, tokens) {
  for (const [at, token] of tokens.entries()) {
    const line = at === tokens.length - 1 ? shape.last : shape.each;
    yield `${shape.indent}# ${robots[token]}`;
    yield shape.indent + line.replace('TOKEN', () => token).replace('PATTERN', () => pattern(token));
  }
}

// `tokens` are those to be turned away, in their order; `purposes` say how to ask for the same on the command line.
export function compose({begin, end, shapes, robots, alone}, format, tokens, purposes) {
  const shape = shapes[format];
  const asked = purposes.map(one => ` --block ${one}`).join('') + (format === 'robots' ? '' : ` --format ${format}`);
  const lines = shape.rules ? ruleLines(shape.rules, robots, tokens) : shapedLines(shape, robots, tokens);
  const left = Object.entries(alone).flatMap(([token, why]) => (tokens.includes(token) ? [] : [`# ${why}`]));
  const notes = shape.note.map(note => `# ${note}`);
  return [`# ${begin}${asked}`, ...notes, ...shape.start, ...lines, ...shape.end, ...left, `# ${end}`, ''].join('\n');
}
