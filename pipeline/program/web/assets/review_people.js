// Who and what was found: under which forms, in which transcripts, and why these were taken for one.
import {get} from './review_api.js';
import {count, el, number} from './review_dom.js';
import {actions, sentence} from './review_decide.js';
import {inWords, kindOf, lettersOf} from './review_labels.js';

const most = 400;  // rows; who looks for more types what they look for

export async function peopleView(main, overview, [wanted]) {
  const people = await get('people');
  if (!people) return;
  const typed = el('input', {type: 'search', 'aria-label': 'Name, form or transcript', placeholder: 'name, form, transcript', value: wanted ?? ''});
  const label = el('select', {'aria-label': 'Label'}, el('option', {value: ''}, 'everybody and everything'),
    [...new Set(people.entities.map((one) => one.label))].map((one) => el('option', {value: one}, inWords(one))));
  const told = el('span', {class: 'faint', role: 'status'});
  const list = el('div', {class: 'people'});
  const textOf = (one) => [one.name, ...one.speaks_as, ...(one.thing?.forms ?? []).map((form) => form.name),
    ...(one.thing?.transcripts ?? []).map((transcript) => transcript.name)].join(' ').toLowerCase();
  const show = () => {
    const text = typed.value.trim().toLowerCase();
    const exact = people.entities.filter((one) => one.name.toLowerCase() === text);
    const fits = exact.length > 0 ? exact : people.entities.filter((one) => (!label.value || one.label === label.value) && textOf(one).includes(text));
    told.textContent = `${number(fits.length)} of ${number(people.entities.length)}${fits.length > most ? `, the first ${most} shown` : ''}`;
    list.replaceChildren(...fits.slice(0, most).map((one) => entry(one, overview, fits.length === 1)));
  };
  typed.addEventListener('input', show);
  label.addEventListener('change', show);
  main.replaceChildren(el('div', {class: 'bar'}, typed, label, told), list);
  show();
}

function entry(one, overview, open) {
  const forms = one.thing?.forms ?? [];
  const about = {title: one.name, entity: one.name, words: forms[0]?.name, label: one.label, mentions: one.thing?.mentions ?? 0};
  const details = el('details', {class: 'entity', open},
    el('summary', {},
      el('span', {class: `letters ${kindOf(one.label)}`, title: inWords(one.label)}, lettersOf(one.label)), el('b', {}, one.name),
      el('span', {class: 'forms'}, forms.length > 0 ? forms.slice(0, 5).map((form) => form.name).join(', ') : one.speaks_as.join(', ')),
      el('span', {class: 'faint where'}, (one.thing?.transcripts ?? []).map((transcript) => transcript.name).join(' ')),
      el('span', {class: 'number'}, number(one.thing?.mentions ?? 0))));
  const fill = () => {
    if (!details.open || details.dataset.filled) return;
    details.dataset.filled = 'yes';
    details.append(el('div', {class: 'inside'},
      one.asked.length > 0 && el('p', {}, `It is asked whether this is ${one.asked.join(' or ')}: see the queue.`),
      el('dl', {},
        one.speaks_as.length > 0 && [el('dt', {}, 'speaks as'), el('dd', {}, one.speaks_as.join(', '))],
        forms.length > 0 && [el('dt', {}, 'forms'), el('dd', {}, forms.map((form) => `${form.name} ×${form.count}`).join(', '))],
        one.why.length > 0 && [el('dt', {}, 'why'), el('dd', {}, one.why.join('; '))],
        one.thing && [el('dt', {}, 'reads as'), el('dd', {}, one.thing.stands_there.slice(0, 8).map((by) => by.name).join(', '))]),
      el('ul', {class: 'sentences'}, (one.places ?? []).map(sentence)),
      actions({...about, place: undefined}, overview.labels)));
  };
  details.addEventListener('toggle', fill);
  fill();
  return details;
}
