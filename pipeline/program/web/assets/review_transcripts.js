// How far every transcript is, who looks at which, how far two reviewers agree, and everything that was decided.
import {get} from './review_api.js';
import {askText, button, count, el, number} from './review_dom.js';
import {decide, sentence} from './review_decide.js';

export async function transcriptsView(main, overview) {
  const [team, decisions] = await Promise.all([get('team'), get('decisions')]);
  if (!team || !decisions) return;
  main.replaceChildren(el('div', {class: 'overview'},
    el('h2', {}, 'Transcripts'), transcripts(overview),
    el('h2', {}, 'Two reviewers'), agreement(team), el('p', {}, button('Draw a share for a second, blind review', null, () => drawShare(overview))),
    el('h2', {}, 'Decisions'), log(decisions.decisions)));
}

/** Some of the transcripts that have no second reviewer yet, drawn by chance. */
async function drawShare(overview) {
  const free = overview.transcripts.filter((one) => !one.stopped && !one.second);
  const target = await askText('Who reviews a share of them, too, blind?', 'name');
  if (!target) return;
  const share = Number.parseInt(await askText(`How many per cent of ${count(free.length, 'transcript')}?`, 'per cent', '20'), 10);
  if (!(share > 0 && share <= 100)) return;
  const drawn = free.map((one) => [crypto.getRandomValues(new Uint32Array(1))[0], one.id]).sort((a, b) => a[0] - b[0])
    .slice(0, Math.ceil(free.length * share / 100)).map(([, id]) => id).sort();
  for (const transcript of drawn) await decide({act: 'assigned', transcript, target, blind: true}, `${drawn.join(', ')}: ${target}, blind`);
}

function transcripts(overview) {
  const assign = async (one, blind) => {
    const target = await askText(`${blind ? 'A second, blind reviewer' : 'Reviewer'} of ${one.id}`, 'name', blind ? one.second : one.first);
    if (target) await decide({act: 'assigned', transcript: one.id, target, blind}, `${one.id} is ${target}'s${blind ? ', blind' : ''}.`);
  };
  const signOff = (one) => decide({act: 'signed off', transcript: one.id}, `${one.id} is signed off.`);
  const head = ['', 'File', 'Words', 'Found', 'Doubtful', 'State', 'Reviewer', 'Second, blind', ''];
  const row = (one) => el('tr', {},
    el('th', {scope: 'row'}, one.stopped ? one.id : el('a', {href: `#read/${one.id}`}, one.id)), el('td', {}, one.file),
    el('td', {class: 'number'}, number(one.words)),
    one.stopped ? el('td', {colspan: 2, class: 'faint'}, one.stopped)
      : [el('td', {class: 'number'}, number(one.found)), el('td', {class: 'number'}, number(one.doubtful))],
    el('td', {class: 'fixed'}, one.state === 'signed off' ? `signed off by ${one.by}` : one.state),
    [['first', false], ['second', true]].map(([which, blind]) => el('td', {}, button(one[which] || 'nobody', null, () => assign(one, blind),
      {class: 'quiet', 'aria-label': `${blind ? 'second reviewer' : 'reviewer'} of ${one.id}: ${one[which] || 'nobody'}`}))),
    el('td', {class: 'fixed'}, one.state !== 'signed off' && !one.stopped && button('Sign off', null, () => signOff(one), {'aria-label': `Sign off ${one.id}`})));
  return el('div', {class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Transcripts'}, el('table', {},
    el('thead', {}, el('tr', {}, head.map((text) => text ? el('th', {scope: 'col', class: /Words|Found|Doubtful/.test(text) ? 'number' : ''}, text) : el('td', {})))),
    el('tbody', {}, overview.transcripts.map(row))));
}

function agreement(team) {
  if (team.both === 0)
    return el('p', {class: 'faint'}, 'Nothing was answered by two yet. Who is named as a second reviewer of a transcript answers without seeing what the first said.');
  return el('div', {},
    el('p', {}, `${count(team.both, 'question')} answered by two; Cohen's kappa `, el('b', {}, team.kappa === null ? 'cannot be told: both gave one answer to all' : team.kappa.toFixed(2))),
    team.apart.map((item) => el('div', {class: 'apart'},
      el('p', {}, el('b', {}, item.thing?.forms[0]?.name ?? item.entity), `: ${item.first.by} says ${item.first.answer}, ${item.second.by} says ${item.second.answer}`),
      el('ul', {class: 'sentences'}, item.places.slice(0, 2).map(sentence)))));
}

const inWords = (entry) => {
  const what = entry.entity ?? (entry.words ? `“${entry.words}”` : 'some words');
  const where = entry.turn === undefined ? '' : ` in ${entry.transcript}, turn ${entry.turn + 1}`;
  const said = {replace: `replace ${what} as ${entry.label}`, keep: `keep ${what}`, means: `${what} means ${entry.target ?? 'the same as another'}`,
    apart: `${what} is somebody else`, looked: entry.label ? 'something was missed' : 'nothing was missed',
    'signed off': `${entry.transcript} signed off`, assigned: `${entry.transcript} to ${entry.target}`, undo: `undo ${entry.undoes}`}[entry.act];
  return `${said ?? entry.act}${where}${entry.blind ? ' (blind)' : ''}`;
};

function log(entries) {
  if (entries.length === 0) return el('p', {class: 'faint'}, 'Nothing was decided yet.');
  const row = (entry) => el('tr', {class: entry.undone_by ? 'undone' : ''},
    el('td', {class: 'number'}, entry.number), el('td', {}, inWords(entry), entry.undone_by && el('span', {class: 'faint'}, ` undone by ${entry.undone_by}`)),
    el('td', {}, entry.by), el('td', {class: 'faint fixed'}, entry.at),
    el('td', {}, !entry.undone_by && entry.act !== 'undo' && button('Undo', null, () => decide({act: 'undo', undoes: entry.number}, 'Undone.'), {'aria-label': `Undo decision ${entry.number}`})));
  return el('table', {}, el('tbody', {}, [...entries].reverse().map(row)));
}
