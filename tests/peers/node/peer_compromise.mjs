// compromise, a rule and word-list tagger of English. Dates need a plugin of their own and are not asked for.
import nlp from 'compromise';

const KINDS = { person: d => d.people(), place: d => d.places(), organization: d => d.organizations(),
  email: d => d.emails(), phone: d => d.phoneNumbers(), url: d => d.urls() };
const WORD = /[\p{L}\p{N}+]/u;   // its offsets take in the punctuation after a word

export default () => text => {
  const document = nlp(text), spans = [];
  for (const [label, of] of Object.entries(KINDS)) {
    const view = of(document);
    if (!view.found) continue;
    for (const { offset } of view.json({ offset: true, terms: false })) {
      let { start } = offset, end = Math.min(start + offset.length, text.length);   // at times it counts too far
      while (start < end && !WORD.test(text[end - 1])) end--;
      while (start < end && !WORD.test(text[start])) start++;
      spans.push({ start, end, label });
    }
  }
  return spans;
};
