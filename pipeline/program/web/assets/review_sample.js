// What was left alone: passages drawn at random, for a bound on what is missed, and odd words, for what is missed itself.
import {get} from './review_api.js';
import {button, count, el, number, percent, say} from './review_dom.js';
import {chooseLabel, decide, sentence} from './review_decide.js';
import {inWords} from './review_labels.js';
import {maskSelected, selectedWords, words} from './review_talk.js';

let chosen = 0;
let part = 'passages';

export async function sampleView(main, overview) {
  const tab = (name, title) => el('button', {type: 'button', 'aria-pressed': String(part === name), on: {click: () => {
    part = name;
    sampleView(main, overview);
  }}}, title);
  const bar = el('div', {class: 'bar'}, el('span', {class: 'modes', role: 'group', 'aria-label': 'What is looked through'},
    tab('passages', 'Passages'), tab('words', 'Odd words')));
  const body = el('div', {class: 'sample'});
  await (part === 'passages' ? passages(body, bar, overview) : oddWords(body, overview));
  main.replaceChildren(bar, body);
}

async function passages(body, bar, overview) {
  const sample = await get('sample');
  if (!sample || sample.passages.length === 0) return body.append(el('p', {}, 'There is no passage to look at.'));
  const all = sample.passages;
  const open = all.findIndex((one) => !one.looked);
  chosen = all[chosen]?.looked && open >= 0 ? open : Math.min(chosen, all.length - 1);
  const box = el('article', {class: 'passage', tabindex: -1, 'aria-live': 'polite'});
  const show = () => {
    const one = all[chosen];
    box.replaceChildren(
      el('p', {class: 'faint'}, `${chosen + 1} of ${all.length} drawn: `,
        el('a', {href: `#read/${one.transcript}/${one.turn + 1}`}, `${one.transcript}, turn ${one.turn + 1}`), ` ${one.speaker}`,
        one.looked && el('b', {}, one.looked === 'clean' ? ' nothing was missed' : ' something was missed')),
      el('div', {data: {turn: one.turn, transcript: one.transcript}}, words(one, 'before')));
  };
  const step = (by) => {
    if (!all[chosen + by]) return say('There is no further one.');
    chosen += by;
    return show();
  };
  const looked = (label, said) => {
    const {transcript, turn} = all[chosen];
    return decide({act: 'looked', transcript, turn, label}, said);
  };
  const clean = () => looked('', 'Nothing was missed there.');
  const missed = async () => {
    const place = selectedWords(() => all[chosen]);
    if (!place) return say('Select the words that were missed first.');
    if (await maskSelected(place, overview.labels)) await looked('missed', `“${place.words}” was missed, and is masked.`);
  };
  bar.append(button('Nothing missed', 'k', clean), button('Mask selection', 'm', missed),
    button('Next', 'n', () => step(1)), button('Before', 'p', () => step(-1)));
  show();
  body.append(
    el('p', {class: 'bound'}, el('b', {}, `${number(sample.missed)} of ${count(sample.looked, 'passage')}`),
      sample.looked > 0 ? [': below ', el('b', {}, percent(sample.bound)), ` at ${percent(sample.confidence)}`] : ' looked at'),
    el('p', {class: 'faint'}, 'Passages are drawn at random by the study\'s key, the same ones for everybody. Look for anybody or anything that still can be told: what is marked is masked already. The bound is that of Clopper and Pearson for passages in which something was missed.'),
    box);
}

async function oddWords(body, overview) {
  const left = await get('left_alone');
  if (!left) return;
  const mask = async (one) => {
    const label = await chooseLabel(overview.labels, `Mask “${one.word}” everywhere as`);
    if (label) await decide({act: 'replace', label, words: one.word}, `“${one.word}” is masked as ${inWords(label)}: ${count(one.count, 'time')}`);
  };
  const keep = (one) => decide({act: 'keep', words: one.word}, `“${one.word}” is harmless: ${count(one.count, 'time')}`);
  const line = (one) => el('tr', {tabindex: -1, data: {row: ''}},
    el('th', {scope: 'row'}, one.word), el('td', {class: 'number'}, number(one.count)),
    el('td', {}, el('ul', {class: 'sentences'}, sentence(one.place))),
    el('td', {class: 'fixed'}, button('Mask', 'r', () => mask(one), {'aria-label': `Mask ${one.word}`}),
      button('Harmless', 'k', () => keep(one), {'aria-label': `${one.word} is harmless`})));
  body.append(
    el('p', {class: 'faint'}, `${count(left.words.length, 'word')} with a capital inside a sentence, or in no list, that nothing claimed.`),
    el('table', {class: 'odd'}, el('thead', {}, el('tr', {}, ['Word', 'Times', 'First', ''].map((head) =>
      head ? el('th', {scope: 'col'}, head) : el('td', {})))), el('tbody', {}, left.words.map(line))));
}
