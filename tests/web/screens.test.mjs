// The pictures of docs/review.md, of the sample study, whose people are invented. Made when somebody asks: SCREENS=docs.
import {test} from 'node:test';
import {join} from 'node:path';
import {browser, forget, go, open, review, study} from './support.mjs';

const to = process.env.SCREENS;

test('screens', {skip: !to && 'SCREENS says where they go'}, async (t) => {
  const folder = study();
  const chrome = await browser();
  t.after(() => { forget(folder); return chrome.close(); });
  const desk = await review(t, folder, '--reviewer', 'Ann');
  const page = await open(t, chrome, desk.address, {viewport: {width: 1120, height: 640}});
  const picture = (name) => page.screenshot({path: join(to, `review-${name}.png`)});
  const told = () => page.waitForSelector('.why li');

  await go(page, '#read/T01/61', '.turn');
  await page.keyboard.press('n');
  await told();
  await picture('read');

  await go(page, '#queue', '.card .sentence');
  await page.click('.items button:has-text("Skoda")');
  await told();
  await picture('queue');

  await go(page, '#people', '.entity');
  await page.click('.entity summary >> nth=1');
  await picture('people');
});
