import { readColours } from './coverage/difference';
import { joinTables, offerMap, Selection } from './coverage/selection';
import { makeSortable } from './coverage/sort';
import { words } from './words';

const selection = new Selection();
const results = document.getElementById('results');
const place = document.getElementById('map');

async function openMap(root: HTMLElement, box: HTMLElement): Promise<void> {
  try {
    if (!document.createElement('canvas').getContext('webgl2')) throw new Error('The browser has no WebGL2');
    const response = await fetch(box.dataset.changes ?? '');
    if (!response.ok) throw new Error(`The changes answered ${response.status}`);
    const { changes } = (await response.json()) as { changes: Record<string, string> };
    const { openDifferenceMap } = await import('./map/differenceMap');
    await openDifferenceMap(box, changes, readColours(root), selection);
  } catch (error) {
    box.querySelector(':scope > div')?.remove();
    document.getElementById('map-message')?.removeAttribute('hidden');
    console.warn(error);
    return;
  }
  offerMap(root, words.onMap);
  box.dataset.ready = 'true';
}

// Before on the left of the cut, after on its right.
const cut = document.getElementById('cut');
if (cut instanceof HTMLInputElement)
  cut.addEventListener('input', () => cut.closest('figure')?.style.setProperty('--cut', `${cut.value}%`));

if (results) {
  makeSortable(results);
  joinTables(results, selection);
  if (place) void openMap(results, place);
}
