// What is decided on the page is in the sealed outputs after a run: false alarms, misses, who is whom; and two people at
// once. Nothing that a review writes holds a word of any transcript.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';
import {after, before, test} from 'node:test';
import {browser, forget, go, moniker, open, review, study} from './support.mjs';

let folder, chrome;
before(async () => { folder = study(); chrome = await browser(); });
after(async () => { await chrome.close(); forget(folder); });

const transcripts = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08'];
const output = (id) => moniker('decrypt', join(folder, 'out', `${id}.txt.age`), '-i', join(folder, 'keys', 'custodian.key'));
const outputs = () => Object.fromEntries(transcripts.map((id) => [id, output(id)]));
const said = (page, pattern) => page.waitForFunction((wanted) => new RegExp(wanted).test(document.getElementById('said').textContent), pattern.source, {timeout: 60000})
  .catch(async () => assert.fail(`it says: ${await page.textContent('#said')}`));
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

/** What is asked of one transcript alone and open, T02 excepted, where the tests mask a word: its words and the transcript. */
async function questions(page) {
  await go(page, '#queue', '.card .sentence');
  const { items } = await page.evaluate(() => fetch('/api/queue').then((answer) => answer.json()));
  return items.filter((item) => item.kind === 'doubtful' && !item.decided && item.thing?.transcripts.length === 1)
    .map((item) => ({ name: item.thing.forms[0].name, transcript: item.thing.transcripts[0].name }))
    .filter((one) => one.transcript !== 'T02');
}

/** Looks at the question about these words. */
async function ask(page, words) {
  await go(page, '#queue', '.card .sentence');
  await page.click(`.items button:has-text("${words}")`);
  await page.waitForFunction((wanted) => document.querySelector('.card h2').textContent.includes(wanted), words);
}

/** Does what asks there; it is answered, with what was so then, when the function that is returned is called. */
async function late(page, where, act) {
  let release, asked, told;
  const held = new Promise((resolve) => { release = resolve; }), fetched = new Promise((resolve) => { asked = resolve; });
  await page.route(where, async (route) => {
    const response = await route.fetch();
    told = held.then(() => route.fulfill({response}));
    asked();
    await told;
  }, {times: 1});
  await act();
  await fetched;
  return async () => {
    release();
    await told;
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 100); }));
  };
}

async function select(page, words) {
  await page.evaluate((wanted) => {
    const walk = document.createTreeWalker(document.querySelector('.talk'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && !walk.currentNode.data.includes(wanted));
    const at = walk.currentNode.data.indexOf(wanted);
    getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + wanted.length);
  }, words);
}

test('a false alarm takes two keys, a miss three, somebody who is known three, and the outputs follow', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  const before = outputs();
  const [{ name }] = await questions(page);
  assert.ok(!Object.values(before).join().includes(name));

  await ask(page, name);
  await press(page, 'k');
  await said(page, new RegExp(`${name}.* is kept`));

  await ask(page, 'Thackray');
  await press(page, '1');
  await said(page, /Thackray is ID09/);

  await go(page, '#read/T02', '.turn');
  await select(page, 'WhatsApp');
  await press(page, 'm');
  await page.waitForSelector('dialog [data-key="e"]');
  await press(page, 'e');
  await said(page, /WhatsApp.* is masked as person/);

  await press(page, 'a');
  await said(page, /written anew/);
  const now = outputs();
  assert.ok(Object.values(now).join().includes(name));
  assert.match(before.T02, /WhatsApp/);
  assert.doesNotMatch(now.T02, /WhatsApp/);
  assert.match(now.T04, /So I went to see Mrs \[ID09\]|to see \[ID09\]/);
  await go(page, '#queue', '.card');
  assert.equal(await page.locator('.items button:has-text("Skoda")').count(), 0);
  await page.waitForSelector('#apply', { state: 'hidden' });
});

test('people are split again, and undoing brings back what was', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#transcripts', 'main table');
  const latest = await page.locator('button[aria-label^="Undo decision"]').count();
  const release = await late(page, /api.overview/, () => page.evaluate(() => { dispatchEvent(new HashChangeEvent('hashchange')); }));
  await press(page, 'u');
  await said(page, /Undone/);
  await page.waitForFunction((was) => document.querySelectorAll('button[aria-label^="Undo decision"]').length === was - 1, latest);
  await release();
  assert.ok(await page.isVisible('#apply'), 'what was asked before the decision came behind it, and is no news');
  await press(page, 'a');
  await said(page, /written anew/);
  assert.match(output('T02'), /WhatsApp/);
});

test('what another decided meanwhile is told, and not overwritten', async (t) => {
  const [ann, ben] = await Promise.all([review(t, folder, '--reviewer', 'Ann'), review(t, folder, '--reviewer', 'Ben')]);
  const first = await open(t, chrome, ann.address), second = await open(t, chrome, ben.address);
  const [{ name }] = await questions(first);
  await ask(first, name);
  await ask(second, name);
  await press(first, 'k');
  await said(first, new RegExp(`${name}.* is kept`));
  await press(second, 'r');
  await said(second, /Ann decided otherwise meanwhile/);
  await go(second, '#transcripts', 'main table');
  assert.match(await second.textContent('main'), /Decisions\d+keep [A-Z]+_\d+Ann/);
});

test('a transcript is signed off, and a second reviewer answers blind', async (t) => {
  const ann = await review(t, folder, '--reviewer', 'Ann');
  const first = await open(t, chrome, ann.address);
  await first.click('button[aria-label="Sign off T03"]');
  await said(first, /T03 is signed off/);
  await first.waitForSelector('text=signed off by Ann');
  const [{ name, transcript }] = await questions(first);
  await go(first, '#transcripts', 'main table');
  await first.click(`button[aria-label^="second reviewer of ${transcript}"]`);
  await first.keyboard.type('Ben');
  await press(first, 'Enter');
  await said(first, new RegExp(`${transcript} is Ben's, blind`));
  await ask(first, name);
  await press(first, 'k');
  await said(first, /is kept/);
  const ben = await review(t, folder, '--reviewer', 'Ben');
  const second = await open(t, chrome, ben.address);
  await ask(second, name);
  assert.equal(await second.locator('.decided').count(), 0);
  await press(second, 'r');
  await said(second, /is replaced/);
  await go(second, '#transcripts', '.apart');
  assert.match(await second.textContent('.apart'), /Ann says keep, Ben says replace/);
});

test('no file that was written holds a word of any transcript', () => {
  const own = /^(incoming|participants\.csv|moniker\.yaml|keys)/;
  const words = /Thackray|Skoda|Pickersgill|WhatsApp|Gosher/i;
  const files = readdirSync(folder, {recursive: true}).filter((name) => statSync(join(folder, name)).isFile() && !own.test(relative('.', name)));
  assert.ok(files.some((name) => name.startsWith('decisions')));
  for (const name of files) {
    assert.doesNotMatch(name, words);
    assert.doesNotMatch(readFileSync(join(folder, name), 'latin1'), words, name);
  }
});
