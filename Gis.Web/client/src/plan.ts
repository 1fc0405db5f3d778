import { latestOnly } from './coverage/latest';
import { showLimit } from './coverage/legend';
import { type Question, readForm, writeJourney, writeQuestion } from './coverage/question';
import { describeAnswer, fetchResults, showResults } from './coverage/results';
import { joinTables, markRows, offerMap, Selection } from './coverage/selection';
import { makeSortable } from './coverage/sort';
import type { CoverageMap, MinutesByVillage } from './map/coverageMap';

function find<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as T;
}

const form = find<HTMLFormElement>('plan-form');
const results = find('results');
const place = find('map');
const legend = find('legend');
const slider = find<HTMLInputElement>('limit');
const field = find<HTMLInputElement>('limit-field');
const english = document.documentElement.lang === 'en';
const showWords = english ? 'Map' : '地图';
const selection = new Selection();
let map: CoverageMap | undefined;
let journey = '';

const answer = latestOnly(
  (question: Question, signal) => fetchResults(form.action, writeQuestion(question), signal),
  (html, question) => {
    showResults(results, html);
    makeSortable(results);
    if (map) offerMap(results, showWords);
    markRows(results, selection);
    results.removeAttribute('aria-busy');
    history.replaceState(null, '', `?${writeQuestion(question)}`);
    find('announcement').textContent = describeAnswer(results);
    drawPicture(question);
  },
);

const recolour = latestOnly(
  async (question: Question, signal) => {
    const response = await fetch(`${place.dataset.minutes}?${writeJourney(question)}`, { signal });
    if (!response.ok) throw new Error(`The minutes answered ${response.status}`);
    return ((await response.json()) as { minutes: MinutesByVillage }).minutes;
  },
  (times, question) => {
    map?.setMinutes(times);
    journey = writeJourney(question);
    place.dataset.journey = journey;
  },
);

// While there is no moving map, the server's picture follows the question.
function drawPicture(question: Question): void {
  const picture = place.querySelector('img');
  if (picture && !map) picture.src = `${place.dataset.picture}?${writeQuestion(question)}`;
}

function showChosenLimit(question: Question): void {
  showLimit(legend, question.limit);
  map?.setLimit(question.limit);
  place.dataset.limit = String(question.limit);
}

function failed(error: unknown): void {
  results.removeAttribute('aria-busy');
  find('announcement').textContent = english
    ? 'The answer did not arrive. Please try again.'
    : '没有收到结果,请再试一次。';
  console.error(error);
}

function ask(): void {
  const question = readForm(form);
  showChosenLimit(question);
  results.setAttribute('aria-busy', 'true');
  answer(question).catch(failed);
  if (map && writeJourney(question) !== journey) recolour(question).catch(failed);
}

async function openMap(): Promise<void> {
  try {
    if (!document.createElement('canvas').getContext('webgl2')) throw new Error('The browser has no WebGL2');
    const { CoverageMap } = await import('./map/coverageMap');
    map = await CoverageMap.open(place, readForm(form).limit, selection);
  } catch (error) {
    place.querySelector(':scope > div')?.remove();
    find('map-message').hidden = false;
    console.warn(error);
    return;
  }

  offerMap(results, showWords);
  const question = readForm(form);
  map.setLimit(question.limit);
  // The map stays when its first colours do not arrive: the next move of the form asks again.
  await recolour(question).catch(failed);
  place.dataset.ready = 'true';
}

// The slider moves the field and the field the slider; the field is what is asked, and reaches farther.
form.addEventListener('input', (event) => {
  if (event.target === slider) field.value = slider.value;
  if (event.target === field) slider.value = field.value;
  // Without a tier there is nothing to ask: the last one unticked is ticked again.
  if (event.target instanceof HTMLInputElement && form.querySelector('[name=tiers]:checked') === null)
    event.target.checked = true;
  if (form.reportValidity()) ask();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
makeSortable(results);
joinTables(results, selection);
void openMap();
