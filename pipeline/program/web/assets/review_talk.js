// One transcript as talk: before, after, or both. The browser lays out only the turns that are near what is seen
// (content-visibility, with a guess of each turn's height), so a long talk scrolls as a short one does, and still all of
// it can be searched with Ctrl-F and read aloud.
import {get, post} from './review_api.js';
import {ask, button, clock, count, el, number, say} from './review_dom.js';
import {actions, chooseLabel, decide, sentence, why} from './review_decide.js';
import {certainty, inWords, kindOf, legend, lettersOf} from './review_labels.js';

const modes = {before: 'As delivered', after: 'As written', both: 'Side by side'};
let mode = 'before';

/** How many lines a turn will take, more or less. */
const guessedHeight = (length) => 8 + 24 * Math.ceil(length / (mode === 'both' ? 45 : 90));

export const turnText = (turn) => turn.pieces.map((piece) => piece.was ?? piece).join('');

function foundPiece(piece, at, shown) {
  const letters = piece.label ? lettersOf(piece.label) : '';
  const sure = certainty(piece);
  const told = piece.by === undefined ? 'kept' : shown === 'after' ? `stands for ${piece.was}` : `replaced by ${piece.by}`;
  return el('span', {
    class: `found ${kindOf(piece.label ?? '')} ${sure}`, role: 'button', tabindex: -1,
    data: {at, by: shown === 'after' ? piece.was : piece.by ?? 'kept', letters: letters + (sure === 'doubtful' ? '?' : '')},
    'aria-label': `${shown === 'after' ? piece.by ?? piece.was : piece.was}: ${inWords(piece.label ?? 'a name of ours')}, ${told}${sure === 'doubtful' ? ', doubtful' : ''}`,
  }, shown === 'after' ? piece.by ?? piece.was : piece.was);
}

/** The words of a turn; every piece knows where it begins in what was delivered. */
export function words(turn, shown, refer = () => {}) {
  const text = el('p', {class: `words ${shown}`, lang: 'en-GB'});
  let at = 0;
  for (const piece of turn.pieces) {
    const was = piece.was ?? piece;
    const isFound = typeof piece !== 'string';
    const element = isFound ? foundPiece(piece, at, shown) : el('span', {data: {at}}, was);
    if (isFound) refer(element, piece);
    text.append(element);
    at += was.length;
  }
  return text;
}

/** Which of the same words in a text begin at a place. */
export function occurrenceAt(text, wanted, at) {
  let before = 0;
  for (let found = text.indexOf(wanted); found >= 0 && found < at; found = text.indexOf(wanted, found + wanted.length)) ++before;
  return before;
}

/** What is selected within one turn: its delivered words and their place. Nothing where that cannot be said. */
export function selectedWords(find) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const spanOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-at]');
  const first = spanOf(range.startContainer), last = spanOf(range.endContainer);
  const row = first?.closest('[data-turn]');
  if (!row || row !== last?.closest('[data-turn]')) return undefined;
  const turn = find(row);
  const text = turnText(turn);
  const end = (span, offset) => Number(span.dataset.at) + (span.classList.contains('found') ? span.firstChild.length : offset);
  const begin = Number(first.dataset.at) + (first.classList.contains('found') ? 0 : range.startOffset);
  const chosen = text.slice(begin, end(last, range.endOffset));
  const trimmed = chosen.trim();
  if (!trimmed) return undefined;
  const at = begin + chosen.indexOf(trimmed);
  return {words: trimmed, transcript: row.dataset.transcript, turn: turn.turn, occurrence: occurrenceAt(text, trimmed, at)};
}

/** Asks how many more there are, where, and as what; then masks. Gives the decision. */
export async function maskSelected(place, labels) {
  const others = await post('elsewhere', {words: place.words});
  if (!others) return undefined;
  const askWhere = (label) => ask(`Mask “${place.words}” as ${inWords(label)}`, (done) => el('div', {},
    el('p', {}, `It stands in clear ${count(others.open, 'time')} in ${count(others.transcripts, 'transcript')}`,
      others.masked > 0 && `, and within what is masked already ${count(others.masked, 'time')}`, '.'),
    el('ul', {class: 'sentences'}, others.places.slice(0, 5).map(sentence)),
    el('p', {class: 'actions'}, button(`Everywhere: ${number(others.open)}`, 'e', () => done('everywhere')),
      button('Here only', 'h', () => done('here')), button('As another label', 'l', () => done('label')))));
  let label = labels[0].name;
  let where = await askWhere(label);
  while (where === 'label') {
    label = await chooseLabel(labels, `Mask “${place.words}” as`);
    where = label && await askWhere(label);
  }
  if (!where) return undefined;
  return decide(where === 'here' ? {act: 'replace', label, ...place} : {act: 'replace', label, words: place.words},
    `“${place.words}” is masked as ${inWords(label)}${where === 'here' ? ' here' : ` ${count(others.open, 'time')}`}`);
}

function row(turn, transcript, refer) {
  const shown = mode === 'both' ? ['before', 'after'] : [mode];
  const speaker = mode === 'after' ? turn.now : turn.speaker;
  const element = el('li', {class: 'turn', data: {turn: turn.turn, transcript}, id: `turn-${turn.turn + 1}`},
    el('span', {class: 'at'}, number(turn.turn + 1), turn.time !== undefined && el('time', {}, clock(turn.time))),
    el('span', {class: 'speaker'}, speaker || (turn.part ? turn.part : ''),
      mode === 'both' && turn.now !== turn.speaker && el('span', {class: 'faint'}, turn.now)),
    turn.left_out ? el('p', {class: 'words faint'}, turn.pieces[0].by) : shown.map((which) => words(turn, which, refer)));
  element.style.containIntrinsicBlockSize = `auto ${guessedHeight(turnText(turn).length)}px`;
  return element;
}

const isBelow = (element, mark) => element.getBoundingClientRect().top >= mark.getBoundingClientRect().top;

/** The page for one transcript; `path` may name a turn. */
export async function readView(main, overview, [id, at]) {
  const readable = overview.transcripts.filter((one) => !one.stopped);
  const here = readable.find((one) => one.id === id) ?? readable[0];
  if (!here) return main.replaceChildren(el('p', {}, 'There is no transcript to read.'));
  const talk = await get('talk', {transcript: here.id});
  if (!talk) return undefined;
  const pieces = new Map();  // element -> {piece, turn}
  const list = el('ol', {class: 'talk', 'aria-label': `Talk of ${here.id}`});
  const detail = el('aside', {class: 'detail', 'aria-label': 'What was found'});
  const wanted = el('select', {'aria-label': 'Which findings to go through'},
    el('option', {value: ''}, 'all findings'), el('option', {value: '?'}, 'doubtful ones'),
    overview.labels.map((label) => el('option', {value: label.name}, inWords(label.name))));
  let asked = null;  // the turn that the address names
  const draw = () => {
    pieces.clear();
    list.className = `talk ${mode}`;
    list.replaceChildren(...talk.turns.map((turn) => row(turn, here.id, (element, piece) => pieces.set(element, {piece, turn}))));
    list.querySelector('.found')?.setAttribute('tabindex', 0);
  };
  const fits = (element) => {
    const {piece} = pieces.get(element);
    return wanted.value === '' || (wanted.value === '?' ? piece.doubtful : piece.label === wanted.value);
  };
  const show = (element) => {
    const {piece, turn} = pieces.get(element);
    for (const one of list.querySelectorAll('.found[tabindex="0"]')) one.tabIndex = -1;
    element.tabIndex = 0;
    if (detail.dataset.shown === `${turn.turn} ${piece.begin}`) return;
    detail.dataset.shown = `${turn.turn} ${piece.begin}`;
    detail.replaceChildren(...aboutPiece(piece, turn, here.id, overview, talk));
  };
  /** From the finding that is looked at, else from what is seen. */
  const go = (step) => {
    const all = [...list.querySelectorAll(mode === 'both' ? '.before .found' : '.found')].filter(fits);
    const now = detail.dataset.shown && list.querySelector('.found[tabindex="0"]');
    const behind = (one) => now ? now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING : isBelow(one, asked ?? list);
    const next = all.findIndex(behind);
    const before = all.filter((one) => one !== now && !behind(one)).at(-1);
    const element = step > 0 ? all[next] : before;
    if (!element) return say(step > 0 ? 'There is no further one.' : 'There is none before.');
    element.focus({preventScroll: true});
    return element.scrollIntoView({block: 'center'});
  };
  list.addEventListener('focusin', (event) => { if (pieces.has(event.target)) show(event.target); });
  list.addEventListener('click', (event) => event.target.closest('.found')?.focus({preventScroll: true}));
  list.addEventListener('keydown', (event) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step && pieces.has(event.target) && !event.shiftKey) { event.preventDefault(); go(step); }
  });
  const modeButtons = Object.entries(modes).map(([name, title]) => el('button', {
    type: 'button', 'aria-pressed': String(name === mode), on: {click: (event) => {
      mode = name;
      for (const other of modeButtons) other.setAttribute('aria-pressed', String(other === event.target));
      draw();
    }}}, title));
  const mask = async () => {
    const place = selectedWords((element) => talk.turns[Number(element.dataset.turn)]);
    if (!place) return say('Select the words first, within one turn.');
    await maskSelected(place, overview.labels);
  };
  detail.append(el('p', {class: 'faint'}, 'Choose something that was found, or press n.'));
  main.replaceChildren(el('div', {class: 'read'},
    el('div', {class: 'bar'},
      el('select', {'aria-label': 'Transcript', on: {change: (event) => { location.hash = `#read/${event.target.value}`; }}},
        readable.map((one) => el('option', {value: one.id, selected: one.id === here.id}, `${one.id}  ${one.file}`))),
      el('span', {class: 'modes', role: 'group', 'aria-label': 'What is shown'}, modeButtons),
      wanted, button('Next', 'n', () => go(1)), button('Before', 'p', () => go(-1)),
      button('Mask selection', 'm', mask),
      el('span', {class: 'faint'}, `${number(here.words)} words, ${number(here.found)} found, ${number(here.doubtful)} doubtful`),
      legend(overview.labels.map((label) => label.name))),
    list, detail));
  draw();
  asked = at ? document.getElementById(`turn-${at}`) : null;
  asked?.scrollIntoView({block: 'center'});
  asked?.classList.add('asked');
  return {decided: () => {}};  // the talk stays where it is; a run brings the next one
}

function aboutPiece(piece, turn, transcript, overview, talk) {
  if (!piece.label) return [el('h2', {}, piece.was), el('p', {}, `was delivered so, and is told apart as ${piece.by}`)];
  const same = talk.turns.flatMap((one) => one.pieces).filter((one) => one.entity && one.entity === piece.entity).length;
  const place = {words: piece.was, transcript, turn: turn.turn, begin: piece.begin, occurrence: 0};
  let at = 0;
  for (const one of turn.pieces) {
    if (one === piece) place.occurrence = occurrenceAt(turnText(turn), piece.was, at);
    at += (one.was ?? one).length;
  }
  const about = {title: `“${piece.was}”`, entity: piece.entity, words: piece.was, label: piece.label, mentions: Math.max(same, 1), place};
  const sure = {certain: 'sure', doubtful: 'doubtful', kept: 'kept'}[certainty(piece)];
  return [
    el('h2', {}, piece.was),
    el('p', {}, piece.by === undefined ? 'kept in clear' : ['becomes ', el('b', {}, piece.by)]),
    el('p', {class: 'faint'}, `${inWords(piece.label)}, ${sure} (${piece.score.toFixed(2)})`,
      piece.entity && [', ', el('a', {href: `#people/${piece.entity}`}, piece.entity)],
      same > 1 && `, ${count(same, 'mention')} in ${transcript}`),
    actions(about, overview.labels), why(place)];
}
