// wink-nlp with its small English web model. The model knows dates and addresses but no people, places or
// organisations: runs of words that it takes for proper nouns stand in for them.
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

export default () => {
  const nlp = winkNLP(model, ['sbd', 'pos', 'ner']), { its } = nlp;
  return text => {
    const document = nlp.readDoc(text), tokens = document.tokens();
    const words = tokens.out(its.value), spaces = tokens.out(its.precedingSpaces), tags = tokens.out(its.pos);
    const place = [];
    let at = 0;
    words.forEach((word, i) => {
      at += spaces[i].length;
      place.push([at, at += word.length]);
    });
    const span = (first, last, label) => ({ start: place[first][0], end: place[last][1], label });
    const types = document.entities().out(its.type);
    const spans = document.entities().out(its.span).map(([first, last], i) => span(first, last, types[i]));
    for (let i = 0; i < tags.length; i++) {
      if (tags[i] !== 'PROPN') continue;
      const first = i;
      while (tags[i + 1] === 'PROPN') i++;
      spans.push(span(first, i, 'PROPN'));
    }
    return spans;
  };
};
