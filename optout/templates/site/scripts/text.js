// Sentences of a page with values in them. A sentence that depends on a number has a form for each kind of number that
// its language tells apart: https://cldr.unicode.org/index/cldr-spec/plural-rules

export function teller(words, language) {
  const plural = new Intl.PluralRules(language);
  return (name, values = {}) => {
    const said = words[name];
    const text = said.other ? (said[plural.select(values.number)] ?? said.other) : said;
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key].toLocaleString(language));
  };
}
