import { joinTables, Selection } from './coverage/selection';
import { followJob, isUnderWay, type Job } from './siting/job';
import { describeStep, type Order } from './siting/order';
import { Player } from './siting/player';
import { type StepColours, stepKinds } from './siting/stepColours';
import { words } from './words';

const live = document.getElementById('live');
const selection = new Selection();

/** Shows the scenario as the server now has it; a form half filled in elsewhere on the page is left alone. */
async function refresh(part: HTMLElement): Promise<void> {
  const response = await fetch(`${location.pathname}?fragment=live`);
  if (!response.ok) throw new Error(`The scenario answered ${response.status}`);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  part.replaceChildren(...[...fresh.body.childNodes].map((node) => document.adoptNode(node)));
}

async function follow(part: HTMLElement, job: string): Promise<void> {
  await followJob(job, async (news: Job) => {
    // The whole page once it has ended: what may be changed is another then.
    if (isUnderWay(news)) await refresh(part);
    else location.replace(location.pathname);
  });
}

function readColours(): StepColours {
  const colour = (kind: string) => {
    const swatch = document.querySelector(`#order-legend .swatch.${kind}`);
    if (!swatch) throw new Error(`The legend has no ${kind}`);
    return getComputedStyle(swatch).backgroundColor;
  };
  return Object.fromEntries(stepKinds.map((kind) => [kind, colour(kind)])) as StepColours;
}

function markRow(step: number): void {
  for (const row of document.querySelectorAll<HTMLElement>('#steps-table [data-step]'))
    row.classList.toggle('selected', Number(row.dataset.step) === step);
}

async function openOrder(place: HTMLElement): Promise<void> {
  const response = await fetch(place.dataset.order ?? '');
  if (!response.ok) throw new Error(`The order answered ${response.status}`);
  const order = (await response.json()) as Order;
  const slider = document.getElementById('step') as HTMLInputElement;
  const said = document.getElementById('step-words') as HTMLOutputElement;
  let map: { show(step: number): void } | undefined;
  const show = (step: number) => {
    said.textContent = describeStep(order, step, words.beforeBuilding, words.atStep);
    markRow(step);
    map?.show(step);
    place.dataset.step = String(step);
  };
  const player = new Player(slider, document.getElementById('play') as HTMLButtonElement, show);
  show(player.step);
  document.getElementById('steps-table')?.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a')) return;
    const row = event.target.closest<HTMLElement>('[data-step]');
    if (row) player.goTo(Number(row.dataset.step));
  });
  try {
    if (!document.createElement('canvas').getContext('webgl2')) throw new Error('The browser has no WebGL2');
    const { OrderMap } = await import('./map/orderMap');
    map = await OrderMap.open(place, order, player.step, readColours(), selection);
  } catch (error) {
    place.querySelector(':scope > div')?.remove();
    document.getElementById('map-message')?.removeAttribute('hidden');
    document.getElementById('order-legend')?.setAttribute('hidden', '');
    console.warn(error);
    return;
  }
  map.show(player.step);
  place.dataset.ready = 'true';
}

if (live?.dataset.job) {
  void follow(live, live.dataset.job);
} else {
  const place = document.getElementById('map');
  const tables = document.getElementById('tables');
  if (tables) joinTables(tables, selection);
  if (place) void openOrder(place);
}
