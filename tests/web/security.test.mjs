// Who may look: the one browser that was let in, and nobody else.
import assert from 'node:assert/strict';
import {request} from 'node:http';
import {after, before, test} from 'node:test';
import {forget, review, study} from './support.mjs';

let folder;
before(() => { folder = study({'talk.txt': 'P1: I am Kate Shaw, and I live in Skipton.\n\nP2: Hello Kate.\n'}); });
after(() => forget(folder));

/** A request with any headers, which `fetch` would not send. */
const ask = (origin, path, headers = {}, method = 'GET', body = '') => new Promise((resolve, reject) => {
  const {hostname, port} = new URL(origin);
  const sent = request({hostname, port, path, method, headers}, (response) => {
    let text = '';
    response.on('data', (data) => { text += data; });
    response.on('end', () => resolve({status: response.statusCode, headers: response.headers, text}));
  });
  sent.on('error', reject);
  sent.end(body);
});

async function letIn(open) {
  const {pathname, search} = new URL(open.address);
  const answer = await ask(open.origin, pathname + search);
  return {answer, cookie: answer.headers['set-cookie']?.[0].split(';')[0]};
}

test('the address opens once; without its cookie nothing is told', async (t) => {
  const open = await review(t, folder);
  assert.equal((await ask(open.origin, '/')).status, 403);
  assert.equal((await ask(open.origin, '/api/overview')).status, 403);
  assert.equal((await ask(open.origin, '/?token=' + '0'.repeat(64))).status, 403);
  const {answer, cookie} = await letIn(open);
  assert.equal(answer.status, 303);
  assert.match(answer.headers['set-cookie'][0], /HttpOnly; SameSite=Strict/);
  assert.equal((await letIn(open)).answer.status, 403);
  const view = await ask(open.origin, '/api/overview', {cookie});
  assert.equal(view.status, 200);
  assert.equal(view.headers['cache-control'], 'no-store');
  assert.match(view.headers['content-security-policy'], /^default-src 'none'/);
  assert.equal(await open.end(), 0);
  assert.doesNotMatch(open.told(), /Kate|Shaw|Skipton/);
});

test('other hosts, origins, sites and methods are refused, with the cookie or without', async (t) => {
  const open = await review(t, folder);
  const {cookie} = await letIn(open);
  const json = {'content-type': 'application/json'};
  const cases = [
    [421, {host: 'evil.example'}], [421, {host: 'localhost'}], [403, {origin: 'http://evil.example'}],
    [403, {origin: 'null'}], [403, {'sec-fetch-site': 'cross-site'}], [403, {'sec-fetch-site': 'same-site'}]];
  for (const [status, headers] of cases)
    assert.equal((await ask(open.origin, '/api/overview', {cookie, ...headers})).status, status, JSON.stringify(headers));
  const wish = JSON.stringify({act: 'keep', words: 'x'});
  assert.equal((await ask(open.origin, '/api/decide', {cookie, ...json}, 'POST', wish)).status, 403);
  assert.equal((await ask(open.origin, '/api/decide', {cookie, origin: open.origin}, 'POST', wish)).status, 415);
  assert.equal((await ask(open.origin, '/api/decide', {cookie, ...json, origin: open.origin}, 'POST', ' '.repeat(40000))).status, 413);
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    assert.equal((await ask(open.origin, '/api/overview', {cookie}, method)).status, 405, method);
  assert.equal((await ask(open.origin, '/api/decide', {cookie, ...json, origin: open.origin}, 'POST', wish)).status, 409);  // by nobody
  assert.equal(await open.end(), 0);
});

test('the port is taken by nobody else, and Ctrl-C gives it back', async (t) => {
  const open = await review(t, folder);
  const {port} = new URL(open.origin);
  await assert.rejects(review(t, folder, '--port', port), /nobody can listen/);
  assert.equal(await open.end(), 0);
  const again = await review(t, folder, '--port', port);
  assert.equal(await again.end(), 0);
});

test('left alone, it ends by itself', async (t) => {
  const open = await review(t, folder, '--idle', '0');
  assert.equal(await open.ended, 0);
  await assert.rejects(ask(open.origin, '/'), /ECONNREFUSED/);
  assert.match(open.told(), /ended/);
});
