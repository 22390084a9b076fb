// What a person has to say a word about, one thing after the other; one answer settles all of its mentions.
import {get} from './review_api.js';
import {button, count, el, say} from './review_dom.js';
import {actions, chooseEntity, decide, sentence, why} from './review_decide.js';
import {inWords, kindOf, lettersOf} from './review_labels.js';

const title = (item) => item.speaks ? item.speaker : item.thing?.forms[0]?.name ?? item.entity;
const names = (counts, most = 6) => counts.slice(0, most).map((one) => one.count > 1 ? `${one.name} ×${one.count}` : one.name).join(', ')
  + (counts.length > most ? ` and ${counts.length - most} more` : '');

let chosen;  // key of the item that is looked at

export async function queueView(main, overview) {
  const queue = await get('queue');
  if (!queue) return;
  const items = queue.items;
  const open = items.filter((item) => !item.decided);
  const list = el('ol', {class: 'items', 'aria-label': 'Questions'});
  const card = el('section', {class: 'card', 'aria-labelledby': 'card-title'});
  const show = (item, focus) => {
    chosen = item.key;
    for (const line of list.querySelectorAll('button')) line.toggleAttribute('aria-current', line.dataset.item === chosen);
    list.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest'});
    card.replaceChildren(...(item.kind === 'who' ? whoCard(item, overview) : doubtCard(item, overview)));
    if (focus) card.querySelector('h2').focus();
  };
  const step = (by) => {
    const at = items.findIndex((item) => item.key === chosen);
    const next = items[at + by];
    if (next) show(next, true);
    else say(by > 0 ? 'That was the last one.' : 'This is the first one.');
  };
  list.append(...items.map((item) => el('li', {}, el('button', {type: 'button', data: {item: item.key}, on: {click: () => show(item, true)}},
    el('span', {class: `letters ${kindOf(item.label)}`, 'aria-hidden': 'true'}, item.kind === 'who' ? '?' : lettersOf(item.label)),
    el('span', {class: 'name'}, title(item)),
    item.decided ? el('span', {class: 'answer'}, item.decided.answer) : el('span', {class: 'settles'}, item.settles)))));
  const at = Math.max(items.findIndex((item) => item.key === chosen), 0);
  const first = items.slice(at).find((item) => !item.decided) ?? open[0] ?? items[at];
  main.replaceChildren(el('div', {class: 'queue'},
    el('div', {class: 'bar'}, el('b', {}, open.length === 0 ? 'Nothing is open.' : `${count(open.length, 'question')} open`),
      el('span', {class: 'faint'}, `${items.length - open.length} of ${items.length} answered`),
      button('Next', 'n', () => step(1)), button('Before', 'p', () => step(-1))),
    list, card));
  if (first) show(first, false);
  else card.append(el('h2', {id: 'card-title', tabindex: -1}, 'There is nothing to ask about.'));
}

function heading(text, item) {
  return [
    el('h2', {id: 'card-title', tabindex: -1}, text),
    item.decided && el('p', {class: 'decided'}, `${item.decided.by} said: ${item.decided.answer}`)];
}

function doubtCard(item, overview) {
  const {thing} = item;
  const place = item.places[0];
  const about = {title: `“${title(item)}”`, entity: item.entity, words: thing.forms[0].name, label: item.label, mentions: thing.mentions, place};
  return [
    ...heading(title(item), item),
    el('p', {}, 'Masked as ', el('b', {}, names(thing.stands_there, 3)), `, ${inWords(item.label)}, but not surely one. `,
      el('span', {class: 'faint'}, `${count(thing.doubtful, 'doubtful mention')} of ${thing.mentions}, in ${names(thing.transcripts)}`)),
    thing.forms.length > 1 && el('p', {class: 'faint'}, `Forms: ${names(thing.forms)}`),
    el('ul', {class: 'sentences'}, item.places.slice(0, 8).map(sentence)),
    actions(about, overview.labels), why(place)].filter(Boolean);
}

function whoCard(item, overview) {
  const who = title(item);
  const object = item.speaks ? {speaker: item.speaker, transcript: item.transcript} : {entity: item.entity};
  const answer = async (target) => {
    await decide({act: 'means', target, ...object}, `${who} is ${target}: ${count(item.settles, 'mention')}`);
  };
  const other = async () => {
    const target = await chooseEntity(`${who} is`, item.label, item.entity);
    if (target) await answer(target);
  };
  const nobody = () => decide({act: 'apart', ...object}, `${who} is somebody else: ${count(item.settles, 'mention')}`);
  return [
    ...heading(item.speaks ? `Who speaks as ${who} in ${item.transcript}?` : `Who is ${who}?`, item),
    el('p', {}, 'More than one could be meant, so it says ', el('b', {}, item.entity), ' until somebody tells. ',
      el('span', {class: 'faint'}, item.speaks ? '' : `First in ${item.transcript}, turn ${item.turn + 1}.`)),
    el('ul', {class: 'sentences'}, item.places.slice(0, 8).map(sentence)),
    el('div', {class: 'actions stacked'},
      item.could_be.map((one, at) => button([el('b', {}, one.name), ' ', el('span', {class: 'faint'}, one.forms ? names(one.forms, 4) : '')],
        String(at + 1), () => answer(one.name))),
      button('Somebody else', 'd', nobody), button('Another person of the study', 's', other))].filter(Boolean);
}
