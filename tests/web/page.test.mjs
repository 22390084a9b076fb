// The page in a browser: every view, by keyboard, with what axe-core says of it, wide and at 200 %.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {browser, forget, go, longTalk, open, review, study, violations} from './support.mjs';

const views = [['#transcripts', 'main table'], ['#read/T01', '.turn'], ['#queue', '.card .sentence'], ['#sample', '.passage'], ['#people', '.entity']];
let folder, chrome;
before(async () => { folder = study(); chrome = await browser(); });
after(async () => { await chrome.close(); forget(folder); });

const text = (page, selector) => page.textContent(selector);
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

const looks = [
  ['light', {}, undefined], ['dark', {colorScheme: 'dark'}, ['color-contrast']],
  ['at 200 %', {viewport: {width: 640, height: 400}}, ['target-size', 'scrollable-region-focusable']]];
for (const [name, options, rules] of looks) {
  test(`no view has a violation: ${name}`, async (t) => {
    const desk = await review(t, folder, '--reviewer', 'Ann');
    const page = await open(t, chrome, desk.address, options);
    for (const [hash, there] of views) {
      await go(page, hash, there);
      assert.deepEqual(await violations(page, rules), [], hash);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${hash} is ${wider} pixels wider than its window`);
    }
    await page.keyboard.press('?');
    assert.deepEqual(await violations(page, rules), [], 'the keys');
    assert.deepEqual(page.complaints, []);
  });
}

test('a transcript is read before, after and side by side, and gone through by keyboard', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#read/T01', '.turn');
  await page.keyboard.press('n');
  const first = await focused(page);
  assert.match(first, /: person, replaced by \[/);
  await page.keyboard.press('n');
  assert.notEqual(await focused(page), first);
  await page.keyboard.press('p');
  assert.equal(await focused(page), first);
  await page.waitForSelector('.why li');
  await page.click('text=As written');
  assert.ok((await page.locator('.words.after').count()) > 300);
  await page.click('text=Side by side');
  assert.equal(await page.locator('.words.after').count(), await page.locator('.words.before').count());
  await page.selectOption('select[aria-label="Which findings to go through"]', '?');
  await page.keyboard.press('Escape');
  await page.click('.bar >> text=Next');
  assert.match(await focused(page), /doubtful/);
});

test('the queue is answered with one key a question, told aloud, and undone', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#queue', '.card .sentence');
  const before = await page.locator('.items button').count();
  while (!(await page.isVisible('[data-key="r"]'))) await page.keyboard.press('n');
  const asked = await text(page, '.card h2');
  await page.keyboard.press('k');
  await page.waitForFunction(() => /is kept/.test(document.getElementById('said').textContent));
  assert.match(await text(page, '#said'), /is kept: \d+ mentions?$/);
  await page.waitForFunction((was) => document.querySelector('.card h2').textContent !== was, asked);
  assert.equal(await page.locator('.items .answer').count(), 1);
  while (!(await page.isVisible('[data-key="r"]'))) await page.keyboard.press('n');
  await page.keyboard.press('r');
  await page.waitForFunction(() => document.querySelectorAll('.items .answer').length === 2);
  await page.keyboard.press('u');
  await page.waitForFunction(() => document.querySelectorAll('.items .answer').length === 1);
  assert.equal(await page.locator('.items button').count(), before);
});

test('who is nobody cannot decide, and says so by name then', async (t) => {
  const desk = await review(t, folder);
  const page = await open(t, chrome, desk.address);
  await go(page, '#queue', '.card .sentence');
  await page.keyboard.press('d');
  await page.waitForFunction(() => /say your name/.test(document.getElementById('said').textContent));
  await page.click('#reviewer');
  await page.keyboard.type('Ann');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('reviewer').textContent === 'Ann');
  await page.keyboard.press('d');
  await page.waitForSelector('.items .answer');
});

test('selected words are masked everywhere, after it was told how many there are', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#read/T01', '.turn');
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.querySelector('.talk'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && !/\bweather\b/.test(walk.currentNode.data));
    const at = walk.currentNode.data.indexOf('weather');
    getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + 7);
  });
  await page.keyboard.press('m');
  await page.waitForSelector('dialog >> text=It stands in clear');
  await page.keyboard.press('l');
  await page.waitForSelector('dialog input');
  await page.keyboard.type('LOCATION');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog >> text=It stands in clear');
  assert.match(await text(page, 'dialog p'), /It stands in clear \d+ times? in \d+ transcript/);
  await page.keyboard.press('e');
  await page.waitForFunction(() => /“weather” is masked as location/.test(document.getElementById('said').textContent));
  await go(page, '#transcripts', 'text=replace “weather” as LOCATION');
});

test('the bound shrinks with every passage that was looked at', async (t) => {
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#sample', '.passage');
  assert.match(await text(page, '.bound'), /^0 of 0 passages looked at$/);
  for (const bound of [/^0 of 1 passage: below 95 % at 95 %$/, /^0 of 2 passages: below 78 % at 95 %$/, /^0 of 3 passages: below 63 % at 95 %$/]) {
    await page.keyboard.press('k');
    await page.waitForFunction((wanted) => new RegExp(wanted).test(document.querySelector('.bound').textContent), bound.source);
  }
});

/** How long a frame of scrolling through the talk takes: [median, all but the longest], in ms. */
async function scrolled(page) {
  const frames = await page.evaluate(async () => {
    const list = document.querySelector('.talk');
    const times = [];
    let last = performance.now();
    for (let step = 0; step < 120; ++step) {
      list.scrollTop = (400 * step) % (list.scrollHeight - list.clientHeight);
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b);
  });
  return [frames[60], frames.at(-2)];
}

test('three thousand findings scroll as three hundred do', async (t) => {
  const both = study({'group.txt': longTalk(1000, 3), 'short.txt': longTalk(100, 3)});
  const desk = await review(t, both, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address);
  await go(page, '#read/T02', '#turn-100');
  const [usual, longest] = await scrolled(page);
  const began = Date.now();
  await go(page, '#read/T01', '#turn-1000');
  assert.ok((await page.locator('.found').count()) >= 3000);
  const shown = Date.now() - began;
  const [median, worst] = await scrolled(page);
  console.log(`# shown after ${shown} ms; a frame of scrolling takes ${median.toFixed(1)} ms, at most ${worst.toFixed(1)} ms; `
    + `of three hundred ${usual.toFixed(1)} and ${longest.toFixed(1)} ms`);
  assert.ok(median < 4 * usual + 34, `the median frame takes ${median} ms, of three hundred ${usual} ms`);
  assert.ok(worst < 4 * longest + 300, `a frame takes ${worst} ms, of three hundred ${longest} ms`);
  forget(both);
});
