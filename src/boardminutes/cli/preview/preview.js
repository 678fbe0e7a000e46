// Asks the server how the file stands, and shows it. All text is put in as text, never as mark-up.
'use strict';

const PAUSE = 500; // milliseconds between two looks
const at = (id) => document.getElementById(id);
let known = '';

function list(place, lines) {
  place.replaceChildren(...lines.map((line) => {
    const point = document.createElement('li');
    point.append(...[line].flat());
    return point;
  }));
}

function code(text) {
  const made = document.createElement('code');
  made.textContent = text;
  return made;
}

// What stands between grave accents is code.
function coded(text) {
  return text.split('`').map((part, index) => (index % 2 ? code(part) : part));
}

function showError(error) {
  at('error').hidden = error === null;
  if (error === null) return;
  const problems = error.problems ?? [];
  const source = error.source ?? '';
  at('message').textContent = `${error.type}: ${problems.length ? `${source} has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}` : `${source}: ${error.message}`}`;
  list(at('problems'), problems.map((one) => (one.path ? [code(one.path), `: ${one.message}`] : [one.message])));
  at('next').replaceChildren(...(error.next ? ['Next: ', ...coded(error.next)] : []));
}

function showNotes(notes) {
  const place = at('notes');
  place.hidden = notes.length === 0;
  place.querySelector('summary').textContent = notes.length === 1 ? '1 remark on the file' : `${notes.length} remarks on the file`;
  list(place.querySelector('ul'), notes);
}

// The reader stays where they were on the page, as far as it is still that long.
function load(frame, address) {
  const from = frame.contentWindow;
  let top = 0;
  try { top = from.scrollY; } catch { /* a PDF is shown by the browser itself, which lets nobody ask */ }
  frame.onload = () => { try { frame.contentWindow.scrollTo(0, top); } catch { /* likewise */ } };
  from.location.replace(address);
}

function showPane(place, name, pane, version, isOld) {
  const frame = place.querySelector('iframe');
  const link = place.querySelector('a');
  const ready = pane?.state === 'ready';
  const address = new URL(`${version}/document.${name}`, location.href).href;
  place.classList.toggle('is-old', isOld || !ready);
  place.querySelector('.told').textContent = ready ? '' : pane?.state === 'failed' ? pane.error.message : version ? 'Being made' : '';
  if (version) link.href = `${version}/document.${link.dataset.document ?? name}`;
  if (pane?.state === 'failed' || !frame.dataset.shown) frame.hidden = true;
  if (ready && frame.dataset.shown !== address) {
    frame.hidden = false;
    frame.dataset.shown = address;
    load(frame, address);
  }
}

function show(state) {
  showError(state.error);
  showNotes(state.notes);
  const isOld = state.error !== null;
  for (const place of document.querySelectorAll('.pane')) {
    showPane(place, place.dataset.name, state.panes[place.dataset.name], state.version, isOld);
  }
  at('panes').hidden = state.version === 0;
  const waiting = Object.values(state.panes).some((pane) => pane.state === 'making');
  at('status').textContent = isOld
    ? (state.version ? 'Broken: below is how it was before' : 'Broken')
    : waiting ? `Change ${state.version}: Word is being printed` : `Change ${state.version}: up to date`;
  document.documentElement.dataset.version = state.version;
}

async function look() {
  try {
    const answer = await fetch('state');
    if (!answer.ok) throw new Error(answer.statusText);
    const text = await answer.text();
    if (text !== known) show(JSON.parse(text));
    known = text;
  } catch {
    at('status').textContent = 'The preview has ended; start it again in the terminal';
    known = '';
  }
  setTimeout(look, PAUSE);
}

look();
