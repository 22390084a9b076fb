// What a person can decide about something found, wherever the page shows it: the same keys, the same words.
import {get, post} from './review_api.js';
import {button, choose, count, el, say} from './review_dom.js';
import {inWords} from './review_labels.js';

/** What a decision is about: one place, else an entity with all of its forms, else the words everywhere. */
export function objectOf(about, hereOnly) {
  if (hereOnly && about.place) {
    const {words, transcript, turn, occurrence} = about.place;
    return {words, transcript, turn, occurrence};
  }
  return about.entity ? {entity: about.entity} : {words: about.words};
}

const settled = (about, hereOnly) => hereOnly ? 'here' : count(about.mentions ?? 1, 'mention');

/** Takes a wish to the server and says what came of it. Gives the decision, or nothing. */
export async function decide(wish, said) {
  const entry = await post('decide', {...wish, seen: decide.seen});
  if (!entry) return undefined;
  decide.seen = entry.number;
  say(said);
  document.dispatchEvent(new CustomEvent('decided', {detail: entry}));
  return entry;
}
decide.seen = 0;

export async function chooseLabel(labels, title) {
  return choose(title, labels.map((label) => ({name: label.name, more: inWords(label.name), value: label.name})));
}

export async function chooseEntity(title, label, except) {
  const people = await get('people');
  if (!people) return undefined;
  const fits = people.entities.filter((one) => one.label === label && one.name !== except);
  return choose(title, fits.map((one) => ({
    name: one.name,
    more: (one.thing?.forms ?? []).slice(0, 4).map((form) => form.name).join(', '),
    value: one.name,
  })));
}

/** The actions on `about` {title, entity, words, label, mentions, place}, as buttons with their keys. */
export function actions(about, labels, after) {
  const here = el('input', {type: 'checkbox', id: 'here', data: {key: 'h'}});
  const only = () => here.checked;
  const take = async (wish, said) => { if (await decide(wish, said)) after?.(); };
  const replace = (label) => take({act: 'replace', label, ...objectOf(about, only())},
    `${about.title} is replaced as ${inWords(label)}: ${settled(about, only())}`);
  const list = [
    button('Replace', 'r', () => replace(about.label)),
    button('Keep in clear', 'k', () => take({act: 'keep', ...objectOf(about, only())},
      `${about.title} is kept: ${settled(about, only())}`)),
    button('As another label', 'l', async () => {
      const label = await chooseLabel(labels, `What is ${about.title}?`);
      if (label) replace(label);
    }),
    button('Same as', 's', async () => {
      const target = await chooseEntity(`${about.title} is the same as`, about.label, about.entity);
      if (target) take({act: 'means', target, ...objectOf(about, only())}, `${about.title} is ${target}: ${settled(about, only())}`);
    }),
    button('Not the same', 'd', () => take({act: 'apart', ...objectOf(about, only())},
      `${about.title} is somebody else: ${settled(about, only())}`)),
  ];
  return el('div', {class: 'actions'}, list,
    about.place && el('label', {}, here, ' here only', el('kbd', {}, 'h')));
}

/** Why something was found, fetched when it is shown. */
export function why(place) {
  const box = el('div', {class: 'why'}, el('p', {class: 'faint'}, '…'));
  get('why', {transcript: place.transcript, turn: place.turn, begin: place.begin}).then((told) => {
    if (!told) return box.replaceChildren();
    const list = (title, all) => all.length > 0 && [el('h4', {}, title), el('ul', {}, all.map((one) => el('li', {}, one)))];
    box.replaceChildren(...[
      told.who && el('p', {}, told.who), list('Speaks for it', told.for), list('Speaks against it', told.against),
      told.rules.length > 0 && el('p', {class: 'faint rules'}, `rules: ${told.rules.join(', ')}`)].flat().filter(Boolean));
  });
  return box;
}

/** Some words in their sentence, with where that is. */
export function sentence(place) {
  return el('li', {class: 'sentence'},
    el('a', {href: `#read/${place.transcript}/${place.turn + 1}`}, `${place.transcript}, turn ${place.turn + 1}`),
    place.speaker && el('span', {class: 'faint'}, ` ${place.speaker}`), el('q', {}, place.before, el('mark', {}, place.words), place.after));
}
