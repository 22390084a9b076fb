// Some redactors give only the redacted text. What stands between their marks is looked for in the text, in order; what
// lies between two pieces was redacted.
export function align(text, redacted, marks) {
  const spans = [], pieces = redacted.split(new RegExp(`(${marks.join('|')})`));
  let at = pieces[0].length;
  if (!text.startsWith(pieces[0])) throw new Error('the redacted text does not begin like the text');
  for (let i = 1; i < pieces.length; i += 2) {
    const next = pieces[i + 1], last = i + 2 >= pieces.length;
    const end = last && next === '' ? text.length : text.indexOf(next, at + (next === '' ? 0 : 1));
    if (end < 0) throw new Error('a piece of the redacted text is not in the text');
    spans.push({ start: at, end, label: pieces[i] });
    at = end + next.length;
  }
  return spans;
}
