// The page: which view is shown, which keys do what, and who decides. A key is written on the button that it presses.
import {get, post} from './review_api.js';
import {ask, askText, count, el, number, say} from './review_dom.js';
import {decide} from './review_decide.js';
import {peopleView} from './review_people.js';
import {queueView} from './review_queue.js';
import {sampleView} from './review_sample.js';
import {readView} from './review_talk.js';
import {transcriptsView} from './review_transcripts.js';

const views = {
  transcripts: ['Transcripts', transcriptsView], read: ['Read', readView], queue: ['Queue', queueView],
  sample: ['Left alone', sampleView], people: ['People', peopleView],
};
const main = document.getElementById('main');
let overview;
let shown;  // what the view that is shown wants to know of decisions; nothing: it is shown anew

function where() {
  const [name, ...path] = location.hash.slice(1).split('/').map(decodeURIComponent);
  return views[name] ? [name, path] : ['transcripts', []];
}

function drawHead(name) {
  document.title = `${views[name][0]} - moniker review`;
  document.getElementById('study').textContent = overview.study;
  document.getElementById('reviewer').textContent = overview.reviewer || 'Who are you?';
  const apply = document.getElementById('apply');
  apply.hidden = overview.waiting === 0;
  apply.firstChild.data = `Apply ${count(overview.waiting, 'decision')} `;
  document.getElementById('views').replaceChildren(...Object.entries(views).map(([view, [title]]) =>
    el('a', {href: `#${view}`, 'aria-current': view === name ? 'page' : undefined}, title,
      view === 'queue' && el('span', {class: 'faint'}, ` ${number(overview.open)}`))));
}

let looks = 0;
let answered = 0;

/** The overview as it stands. An answer that comes when a later look was answered tells what was, and changes nothing. */
async function look() {
  const asked = ++looks;
  const told = await get('overview');
  if (!told) return false;
  if (asked < answered) return true;
  answered = asked;
  overview = told;
  decide.seen = Math.max(decide.seen, overview.latest);
  drawHead(where()[0]);
  return true;
}

async function show() {
  if (!await look()) return;
  const [name, path] = where();
  main.dataset.view = name;
  shown = await views[name][1](main, overview, path);
}

const decided = (event) => shown?.decided ? look().then(() => shown.decided(event.detail)) : show();

async function nameReviewer() {
  const name = await askText('Who reviews?', 'your name', overview.reviewer);
  if (name && await post('reviewer', {name})) await show();
}

async function undo() {
  const all = await get('decisions');
  const mine = all?.decisions.filter((one) => one.by === overview.reviewer && !one.undone_by && one.act !== 'undo') ?? [];
  if (mine.length === 0) return say('There is nothing of yours to undo.');
  return decide({act: 'undo', undoes: mine.at(-1).number}, 'Undone.');
}

/** A run, so that the outputs follow what was decided. */
async function apply() {
  if (!await look()) return undefined;  // others decide, too
  if (overview.waiting === 0) return say('Nothing was decided since the last run.');
  say('Running the study …');
  const done = await post('apply', {});
  if (!done) return undefined;
  await show();
  return say(`${count(done.published, 'transcript')} written anew, ${number(done.unchanged)} unchanged, `
    + `${number(done.quarantined)} quarantined; ${number(done.doubtful)} doubtful findings are left.`);
}

const keyTable = [
  ['n p', 'next, before'], ['r', 'replace'], ['k', 'keep in clear; of a passage: nothing was missed'], ['l', 'replace as another label'],
  ['s', 'same as ...'], ['d', 'not the same: somebody else'], ['1 2 3', 'who is meant, of those named'], ['m', 'mask the selected words'],
  ['h', 'here only, or everywhere'], ['u', 'undo my last decision'], ['a', 'apply: run the study with what was decided'], ['g then t r q w p', 'go to a view'], ['?', 'these keys']];

const showKeys = () => ask('Keys', () => el('dl', {class: 'keys'}, keyTable.map(([keys, says]) => [el('dt', {}, el('kbd', {}, keys)), el('dd', {}, says)])));

const byLetter = {t: 'transcripts', r: 'read', q: 'queue', w: 'sample', p: 'people'};
let going = false;

/** Presses what bears the key: in the dialog that is open, in the row that has the focus, in the page. */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches('input:not([type=checkbox]), select, textarea');
  if (typing) return;
  if (going) {
    going = false;
    if (byLetter[event.key]) location.hash = `#${byLetter[event.key]}`;
    return;
  }
  if (event.key === 'g') { going = true; return; }
  const scope = document.querySelector('dialog[open]') ?? event.target.closest('[data-row]') ?? event.target.closest('details[open]') ?? main;
  const key = CSS.escape(event.key);
  const pressed = scope.querySelector(`[data-key="${key}"]`) ?? (scope.matches('dialog') ? null : main.querySelector(`[data-key="${key}"]`));
  if (pressed) { event.preventDefault(); pressed.click(); return; }
  if (scope.matches('dialog')) return;
  if (event.key === 'u') undo();
  if (event.key === 'a') apply();
  if (event.key === '?') showKeys();
}

document.addEventListener('keydown', press);
document.addEventListener('decided', decided);
window.addEventListener('hashchange', async () => { await show(); main.focus({preventScroll: true}); });
document.querySelector('.skip').addEventListener('click', (event) => { event.preventDefault(); main.focus(); });
document.getElementById('undo').addEventListener('click', undo);
document.getElementById('apply').addEventListener('click', apply);
document.getElementById('keys').addEventListener('click', showKeys);
document.getElementById('reviewer').addEventListener('click', nameReviewer);
history.replaceState(null, '', `/${location.hash}`);
show();
