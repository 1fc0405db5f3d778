import { load } from './finder/index';
import { PointList } from './finder/list';
import { findByName } from './finder/names';
import { startPosition } from './finder/position';
import { fill } from './sentence';

const most = 20;

/** The search of a phone without a network, over the index it keeps. */
async function start(): Promise<void> {
  const age = document.getElementById('age');
  const form = document.querySelector<HTMLFormElement>('#offline-search');
  const field = document.querySelector<HTMLInputElement>('#offline-text');
  const found = document.getElementById('offline-found');
  const words = document.getElementById('position')?.dataset;
  if (!age || !form || !field || !found || !words) return;
  startPosition();
  try {
    const index = await load();
    age.textContent = index.kept
      ? fill(age.dataset.age ?? '', index.kept.toLocaleString(document.documentElement.lang))
      : '';
    const list = document.createElement('ol');
    list.className = 'points';
    const none = document.createElement('p');
    none.textContent = found.dataset.none ?? '';
    found.replaceChildren(list, none);
    const points = new PointList(list, words);
    const show = () => {
      const entries = findByName(index, field.value, most);
      points.showEntries(entries);
      none.hidden = entries.length > 0 || field.value.trim() === '';
    };
    field.value = new URLSearchParams(window.location.search).get('q') ?? '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      show();
    });
    field.addEventListener('input', show);
    show();
  } catch {
    age.textContent = age.dataset.none ?? '';
  }
}

void start();
