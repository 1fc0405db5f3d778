import { readChanges } from './coverage/changes';
import { applyEdit } from './coverage/edits';
import { keepFocus } from './coverage/focus';
import { latestOnly } from './coverage/latest';
import { showLimit } from './coverage/legend';
import {
  type Question,
  readForm,
  readQuestion,
  writeForm,
  writeJourney,
  writePlace,
  writeQuestion,
} from './coverage/question';
import { answerParts, describeAnswer, fetchResults, showResults } from './coverage/results';
import { joinTables, markRows, offerMap, Selection } from './coverage/selection';
import { makeSortable } from './coverage/sort';
import { Steps } from './coverage/steps';
import type { CoverageMap, MinutesByVillage } from './map/coverageMap';
import { words } from './words';

function find<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as T;
}

/** What is asked for: a question, the point looked at, and what the answer then does to the page. */
interface Asked {
  readonly question: Question;
  readonly point?: string | undefined;
  readonly sought?: string;
  readonly parts: readonly string[];
  readonly focus?: string;
}

interface Answer {
  readonly html: string;
  readonly minutes?: MinutesByVillage | undefined;
}

const kept = 'plan-steps';
const form = find<HTMLFormElement>('plan-form');
const results = find('results');
const place = find('map');
const legend = find('legend');
const slider = find<HTMLInputElement>('limit');
const field = find<HTMLInputElement>('limit-field');
const task = find('map-task');
const selection = new Selection();
const steps = Steps.read(sessionStorage.getItem(kept), writeQuestion(readForm(form)));
let map: CoverageMap | undefined;
let journey = '';
let shownStep = steps.mark;
let shownQuestion = steps.present;

const pointShown = () => document.getElementById('point-card')?.dataset.point;

// The tables and the colours of the map come together or not at all.
const answer = latestOnly(
  async ({ question, point, sought }: Asked, signal): Promise<Answer> => {
    const beside = (point ? `&point=${point}` : '') + (sought ? `&find=${encodeURIComponent(sought)}` : '');
    const recolours = map !== undefined && writeJourney(question) !== journey;
    const [html, minutes] = await Promise.all([
      fetchResults(form.action, writeQuestion(question) + beside, signal),
      recolours ? fetchMinutes(question, signal) : undefined,
    ]);
    return { html, minutes };
  },
  ({ html, minutes }, asked) => {
    const restoreFocus = keepFocus(results);
    showResults(results, html, asked.parts);
    if (asked.parts === answerParts) {
      makeSortable(results);
      if (map) offerMap(results, words.onMap);
      markRows(results, selection);
      showQuestion(asked.question);
    }
    restoreFocus();
    results.removeAttribute('aria-busy');
    if (asked.focus) document.getElementById(asked.focus)?.focus({ preventScroll: true });
    paint(asked.question, minutes);
    announce(asked);
  },
);

async function fetchMinutes(question: Question, signal?: AbortSignal): Promise<MinutesByVillage> {
  const response = await fetch(`${place.dataset.minutes}?${writeJourney(question)}`, signal ? { signal } : {});
  if (!response.ok) throw new Error(`The minutes answered ${response.status}`);
  return ((await response.json()) as { minutes: MinutesByVillage }).minutes;
}

// Each step is an entry of the browser's history; what goes on within one step is not. The entry holds its question,
// because an address may leave out what the page fills in.
function showQuestion(question: Question): void {
  const written = writeQuestion(question);
  if (shownStep !== steps.mark) history.pushState(written, '', `?${written}`);
  else if (written !== shownQuestion) history.replaceState(written, '', `?${written}`);
  shownStep = steps.mark;
  shownQuestion = written;
  showLimit(legend, question.limit);
}

function paint(question: Question, minutes?: MinutesByVillage): void {
  place.dataset.limit = String(question.limit);
  const picture = place.querySelector('img');
  if (!map) {
    // While there is no moving map, the server's picture follows the question.
    if (picture) picture.src = `${place.dataset.picture}?${writeQuestion(question)}`;
    return;
  }
  map.setLimit(question.limit);
  map.showChanges(readChanges(results));
  map.showChosen(document.getElementById('point-card'));
  if (minutes === undefined) return;
  map.setMinutes(minutes);
  journey = writeJourney(question);
  place.dataset.journey = journey;
}

function announce({ parts }: Asked): void {
  const said = parts === answerParts ? describeAnswer(results) : '';
  const chosen = document.getElementById('point-name')?.textContent?.replace(/\s+/g, ' ').trim();
  find('announcement').textContent = said || chosen || '';
}

function failed(error: unknown): void {
  results.removeAttribute('aria-busy');
  find('announcement').textContent = words.failed;
  console.error(error);
}

function ask(asked: Asked): void {
  results.setAttribute('aria-busy', 'true');
  answer(asked).catch(failed);
}

function askQuestion(point = pointShown()): void {
  sessionStorage.setItem(kept, steps.write());
  find<HTMLButtonElement>('undo').disabled = !steps.canUndo;
  find<HTMLButtonElement>('redo').disabled = !steps.canRedo;
  find('steps').hidden = !steps.canUndo && !steps.canRedo;
  ask({ question: readForm(form), point, parts: answerParts });
}

/** Goes on to another question; questions of one gesture are one step. */
function put(question: Question, gesture?: string): void {
  steps.put(writeQuestion(question), gesture);
  askQuestion();
}

function take(written: string | undefined): void {
  if (written === undefined) return;
  writeForm(form, readQuestion(new URLSearchParams(written)));
  askQuestion();
}

const undo = () => take(steps.undo());
const redo = () => take(steps.redo());

function edit(change: string): void {
  stopPlacing();
  const question = applyEdit(readForm(form), change);
  writeForm(form, question);
  put(question);
}

/** Looks at a point, or for one; the rest of the page stays, unless its answer is still on the way. */
function look(at: Pick<Asked, 'point' | 'sought' | 'focus'>): void {
  stopPlacing();
  const question = readForm(form);
  ask({ question, parts: writeQuestion(question) === shownQuestion ? ['point-panel'] : answerParts, ...at });
}

/** Looks at a point; an empty id looks at none. */
function choose(point: string, byKeyboard: boolean): void {
  const focus = point === '' ? 'find-point' : 'point-card';
  look({ point, ...(byKeyboard && { focus }) });
}

// A place on the map is asked for: by the edit that waits for it, as "move:room-1" or "add:station".
function startPlacing(waiting: string): void {
  if (!map) {
    find('announcement').textContent = words.noMap;
    return;
  }
  for (const button of results.querySelectorAll<HTMLElement>('[data-place]'))
    button.setAttribute('aria-pressed', String(button.dataset.place === waiting));
  task.hidden = false;
  task.textContent = words.place;
  map.startPlacing((longitude, latitude) => edit(`${waiting}@${writePlace(longitude, latitude)}`), stopPlacing);
}

function stopPlacing(): void {
  task.hidden = true;
  map?.stopPlacing();
  for (const button of results.querySelectorAll('[data-place]')) button.setAttribute('aria-pressed', 'false');
}

async function openMap(): Promise<void> {
  try {
    if (!document.createElement('canvas').getContext('webgl2')) throw new Error('The browser has no WebGL2');
    const { CoverageMap } = await import('./map/coverageMap');
    map = await CoverageMap.open(place, readForm(form).limit, selection, {
      choosePoint: choose,
      movePoint: (id, longitude, latitude) => edit(`move:${id}@${writePlace(longitude, latitude)}`),
    });
  } catch (error) {
    place.querySelector(':scope > div')?.remove();
    find('map-message').hidden = false;
    console.warn(error);
    return;
  }

  offerMap(results, words.onMap);
  // The map stays when its first colours do not arrive: the next move of the form asks again.
  const question = readForm(form);
  paint(
    question,
    await fetchMinutes(question)
      .catch(failed)
      .then((minutes) => minutes ?? undefined),
  );
  place.dataset.ready = 'true';
}

// The slider moves the field and the field the slider; the field is what is asked, and reaches farther.
form.addEventListener('input', (event) => {
  if (event.target === slider) field.value = slider.value;
  if (event.target === field) slider.value = field.value;
  // Without a tier there is nothing to ask: the last one unticked is ticked again.
  if (event.target instanceof HTMLInputElement && form.querySelector('[name=tiers]:checked') === null)
    event.target.checked = true;
  if (form.reportValidity())
    put(readForm(form), event.target === slider || event.target === field ? 'limit' : undefined);
});
form.addEventListener('change', () => steps.endGesture());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  put(readForm(form));
});
results.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'point-search') return;
  event.preventDefault();
  const sought = new FormData(event.target).get('find')?.toString().trim();
  if (sought) look({ sought, focus: 'point-card' });
});
results.addEventListener('click', (event) => {
  const pressed =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-edit], [data-choose], [data-place]')
      : null;
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // No pointer was where the keyboard pressed.
  const byKeyboard = event.detail === 0;
  const { edit: change, choose: point, place: waiting } = pressed.dataset;
  if (change !== undefined) edit(change);
  else if (point !== undefined) choose(point, byKeyboard);
  else if (pressed.getAttribute('aria-pressed') === 'true') stopPlacing();
  else if (waiting !== undefined) startPlacing(waiting);
});
find('undo').addEventListener('click', undo);
find('redo').addEventListener('click', redo);
document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  const turn = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
  if (!turn) return;
  event.preventDefault();
  turn();
});
window.addEventListener('popstate', (event) => {
  if (typeof event.state !== 'string') return;
  writeForm(form, readQuestion(new URLSearchParams(event.state)));
  steps.put(event.state);
  shownStep = steps.mark;
  askQuestion();
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'search', 'number'].includes(target.type);
}

find('steps').hidden = !steps.canUndo && !steps.canRedo;
find<HTMLButtonElement>('undo').disabled = !steps.canUndo;
find<HTMLButtonElement>('redo').disabled = !steps.canRedo;
history.replaceState(shownQuestion, '');
makeSortable(results);
joinTables(results, selection);
void openMap();
