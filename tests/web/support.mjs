// A study, a review of it, and a browser, for the tests beside this file.
import {execFileSync, spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const {MONIKER, SOURCE, MODULES} = process.env;
const require = createRequire(`${MODULES}/`);
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const env = {...process.env, MONIKER_RULES: join(SOURCE, 'rules')};

/** Runs the program; gives what it prints. Status 1 says that something needs a person. */
export function moniker(...words) {
  try {
    return execFileSync(MONIKER, words, {env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(`moniker ${words[0]}: ${error.stderr}`);
  }
}

/** The sample study, or one of the given transcripts {name: text}, run once. */
export function study(transcripts) {
  const folder = join(mkdtempSync(join(tmpdir(), 'moniker-web-')), 'study');
  moniker('init', folder);
  const sample = join(SOURCE, 'sample_data');
  for (const name of ['moniker.yaml', 'participants.csv'])
    if (!transcripts) cpSync(join(sample, name), join(folder, name));
  if (!transcripts) cpSync(join(sample, 'incoming'), join(folder, 'incoming'), {recursive: true});
  for (const [name, text] of Object.entries(transcripts ?? {})) writeFileSync(join(folder, 'incoming', name), text);
  moniker('keygen', folder);
  moniker('run', folder, '--quiet');
  return folder;
}
export const forget = (folder) => rmSync(join(folder, '..'), {recursive: true, force: true});

/** A review that is open until the test `t` is over; `end` ends it before, `ended` resolves to its status. */
export async function review(t, folder, ...options) {
  const server = spawn(MONIKER, ['review', folder, ...options], {env, stdio: ['ignore', 'pipe', 'pipe']});
  let printed = '', said = '';
  server.stderr.on('data', (data) => { said += data; });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  t.after(() => { server.kill('SIGKILL'); });
  const address = await new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      printed += data;
      const found = printed.match(/http:\S+/);
      if (found) resolve(found[0]);
    });
    ended.then(() => reject(new Error(`the review ended: ${said}`)));
  });
  const end = () => { server.kill('SIGINT'); return ended; };
  return {address, origin: new URL(address).origin, ended, end, told: () => printed + said};
}

export const browser = () => chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});

/** A page of the test `t` that has come in; what its console complains of is a failure of the test. */
export async function open(t, chrome, address, options = {}) {
  const context = await chrome.newContext({viewport: {width: 1280, height: 800}, reducedMotion: 'reduce', ...options});
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await page.goto(address);
  await page.waitForSelector('main > *');
  return page;
}

/** Goes to a view and waits until it is there. */
export async function go(page, hash, wait) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForSelector(wait);
}

/** What axe-core finds wrong with the page as it is; by all of its rules, or by those named. */
export async function violations(page, rules) {
  if (!await page.evaluate(() => Boolean(globalThis.axe))) await page.evaluate(axe);
  const options = {resultTypes: ['violations'], ...(rules && {runOnly: rules})};
  const found = await page.evaluate((how) => globalThis.axe.run(document, how), options);
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** Talk of `turns` turns with a name in each sentence. */
export function longTalk(turns, perTurn) {
  const names = ['Kate Shaw', 'Declan Marsh', 'Siobhan Kelly', 'Tom Ridley', 'Grace Okafor', 'Amir Hussain', 'Leeds', 'Skipton'];
  const line = (turn) => `P${1 + turn % 6}: ` + Array.from({length: perTurn}, (_, i) =>
    `And then ${names[(turn * perTurn + i) % names.length]} came by with the post and we talked about the garden for a while.`).join(' ');
  return Array.from({length: turns}, (_, turn) => line(turn)).join('\n\n') + '\n';
}
