// Elements without markup in strings: what the page shows is words of transcripts, and words never become markup.

/** el('p', {class: 'faint', on: {click}}, 'text', el('b', {}, 'more')) */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'on') for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (key === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (text, key, click, more = {}) =>
  el('button', {type: 'button', on: {click}, data: key ? {key} : {}, ...more}, text, key && el('kbd', {}, key));

/** What happened, for the eye and for the ear. */
export function say(text, alarm = false) {
  const line = document.getElementById('said');
  line.classList.toggle('alarm', alarm);
  line.textContent = '';
  requestAnimationFrame(() => { line.textContent = text; });
}

export const number = (value) => value.toLocaleString('en-GB');
export const count = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
export const percent = (share) => `${(100 * share).toPrecision(2)} %`;

/** 83000 -> 0:01:23 */
export function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (n) => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Asks in a dialog of the page; gives what `build` passes to its argument, or nothing when it is left. */
export function ask(title, build) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = el('dialog', {'aria-labelledby': 'asked'}, el('h2', {id: 'asked'}, title));
    let answer;
    const done = (given) => { answer = given; dialog.close(); };
    dialog.append(build(done));
    dialog.append(el('p', {class: 'leave'}, button('Leave', 'Esc', () => dialog.close())));
    dialog.addEventListener('close', () => { dialog.remove(); before?.focus?.(); resolve(answer); });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('input, [role=listbox], button')?.focus();
  });
}

/** A list of which one is chosen: by its first letters, arrows and Enter, or the mouse. `choices`: {name, more, value} */
export function choose(title, choices) {
  return ask(title, (done) => {
    const wanted = el('input', {type: 'text', 'aria-label': 'begin to type a name', autocomplete: 'off', spellcheck: 'false'});
    const list = el('ul', {class: 'choices'});
    const show = () => {
      const typed = wanted.value.trim().toLowerCase();
      const fits = choices.filter((one) => `${one.name} ${one.more ?? ''}`.toLowerCase().includes(typed)).slice(0, 60);
      list.replaceChildren(...fits.map((one) => el('li', {},
        el('button', {type: 'button', on: {click: () => done(one.value)}}, el('b', {}, one.name), ' ',
          el('span', {class: 'faint'}, one.more ?? '')))));
      if (fits.length === 0) list.append(el('li', {class: 'faint'}, 'nobody and nothing is called so'));
    };
    const move = (event) => {
      const all = [...list.querySelectorAll('button')];
      const at = all.indexOf(document.activeElement);
      if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
      else if (event.key === 'ArrowUp') (at > 0 ? all[at - 1] : wanted).focus();
      else if (event.key === 'Enter' && at < 0) all[0]?.click();
      else return;
      event.preventDefault();
    };
    wanted.addEventListener('input', show);
    show();
    return el('div', {on: {keydown: move}}, wanted, list);
  });
}

export const askText = (title, label, value = '') => ask(title, (done) => {
  const input = el('input', {type: 'text', 'aria-label': label, value, maxlength: 80});
  return el('form', {on: {submit: (event) => { event.preventDefault(); done(input.value.trim()); }}},
    input, el('button', {type: 'submit'}, 'Take it'));
});
