// How each label is told apart: a letter or two and a kind, which has a colour. The letters say all that the colour says.
import {el} from './review_dom.js';

const kinds = {
  PERSON: ['P', 'person'], LOCATION: ['L', 'place'], ORG: ['O', 'body'], NATIONALITY: ['N', 'body'], OCCUPATION: ['W', 'body'],
  DATE: ['D', 'time'], TIME: ['T', 'time'], AGE: ['A', 'time'],
  PHONE: ['Ph', 'code'], EMAIL: ['@', 'code'], URL: ['Url', 'code'], ID: ['#', 'code'], POSTCODE: ['Pc', 'place'], NHS_NUMBER: ['Nhs', 'code'],
};
export const lettersOf = (label) => (kinds[label] ?? [label.slice(0, 2), 'other'])[0];
export const kindOf = (label) => (kinds[label] ?? ['', 'other'])[1];
export const inWords = (label) => label.toLowerCase().replace('_', ' ');

/** How surely a piece of talk was found: what the line under it shows. */
export const certainty = (piece) => piece.by === undefined ? 'kept' : piece.doubtful ? 'doubtful' : 'certain';

export function legend(labels) {
  const mark = (classes, text, letters) => el('span', {class: `found ${classes}`, data: {letters}}, text);
  return el('details', {class: 'legend'}, el('summary', {}, 'Legend'), el('ul', {},
    el('li', {}, mark('person certain', 'solid line', 'P'), ' replaced'),
    el('li', {}, mark('person doubtful', 'dashed line', 'P?'), ' replaced, and doubtful'),
    el('li', {}, mark('person kept', 'dotted line', 'P'), ' found, and kept'),
    labels.map((label) => el('li', {}, mark(`${kindOf(label)} certain`, inWords(label), lettersOf(label))))));
}
