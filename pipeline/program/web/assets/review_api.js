// What the server is asked. A refusal is told to the person, and comes back as nothing.
import {say} from './review_dom.js';

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {credentials: 'same-origin', cache: 'no-store', ...options});
  } catch {
    say('The review has ended: start `moniker review` again.', true);
    return undefined;
  }
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  const answer = isJson ? await response.json() : {what: (await response.text()).trim()};
  if (response.ok) return answer;
  say(`${answer.what}${answer.remedy ? `: ${answer.remedy}` : ''}`, true);
  return undefined;
}

const query = (values) => new URLSearchParams(values).toString();

export const get = (view, values = {}) => ask(`/api/${view}?${query(values)}`);
export const post = (view, body) =>
  ask(`/api/${view}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
