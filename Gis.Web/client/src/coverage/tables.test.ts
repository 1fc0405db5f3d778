import { beforeEach, expect, test } from 'vitest';
import { minutes } from './classes';
import { showLimit } from './legend';
import { showResults } from './results';
import { joinTables, markRows, offerMap, Selection } from './selection';
import { makeSortable } from './sort';

const table = (rows: [string, number][]) => `
  <table id="county-table" data-sortable>
    <thead><tr><th>County</th><th>Residents</th></tr></thead>
    <tbody>${rows.map(([area, people]) => `<tr data-area="${area}"><th data-value="${area}">${area}</th><td data-value="${people}">${people}</td></tr>`).join('')}</tbody>
  </table>`;

const page = (rows: [string, number][]) =>
  `<div id="answer"><h2 id="answer-heading">Covered</h2></div><div id="tables">${table(rows)}</div>`;

let root: HTMLElement;
const order = () => [...root.querySelectorAll<HTMLElement>('tbody tr')].map((row) => row.dataset.area);
const press = (column: number) => root.querySelectorAll<HTMLElement>('.sort')[column]?.click();

beforeEach(() => {
  const rows: [string, number][] = [
    ['640104', 900],
    ['640105', 1000],
    ['640106', 80],
  ];
  document.body.innerHTML = `<div id="results">${page(rows)}<div id="map">kept</div></div>`;
  root = document.getElementById('results') as HTMLElement;
  makeSortable(root);
});

test('numbers sort by their size, the largest first, and the other way at the second press', () => {
  press(1);
  expect(order()).toEqual(['640105', '640104', '640106']);
  press(1);
  expect(order()).toEqual(['640106', '640104', '640105']);
  expect(root.querySelectorAll('th')[1]?.getAttribute('aria-sort')).toBe('ascending');
});

test('a new answer keeps the order that was chosen and the map that is there', () => {
  press(0);
  const map = document.getElementById('map');
  showResults(
    root,
    page([
      ['640104', 1],
      ['640106', 2],
    ]),
  );
  makeSortable(root);
  expect(order().length).toBe(2);
  expect(root.querySelector('th[aria-sort]')?.textContent).toBe('County');
  expect(document.getElementById('map')).toBe(map);
});

test('a chosen area is marked in its rows, and again in the rows of the next answer', () => {
  const selection = new Selection();
  joinTables(root, selection);
  root.querySelector<HTMLElement>('tr[data-area="640106"] td')?.click();
  expect(selection.get('selected')).toBe('640106');
  showResults(root, page([['640106', 2]]));
  markRows(root, selection);
  expect(root.querySelector('tr.selected')?.getAttribute('data-area')).toBe('640106');
});

test('the button of a row chooses its area, and lets it go at the second press', () => {
  const selection = new Selection();
  joinTables(root, selection);
  offerMap(root, 'Map');
  const button = root.querySelector<HTMLElement>('tr[data-area="640106"] .show');
  button?.click();
  expect(selection.get('selected')).toBe('640106');
  expect(button?.getAttribute('aria-pressed')).toBe('true');
  button?.click();
  expect(selection.get('selected')).toBeUndefined();
  expect(button?.getAttribute('aria-pressed')).toBe('false');
});

test('the pointer marks one area at a time', () => {
  const selection = new Selection();
  joinTables(root, selection);
  selection.set('hovered', '640104');
  selection.set('hovered', '640105');
  expect([...root.querySelectorAll('tr.hovered')].map((row) => row.getAttribute('data-area'))).toEqual(['640105']);
});

test('the legend follows the limit', () => {
  const legend = document.createElement('ul');
  legend.innerHTML = [1, 2, 3, 4].map((n) => `<li><span class="class-${n}"></span>≤ 1 min (words)</li>`).join('');
  showLimit(legend, minutes(20));
  expect([...legend.children].map((entry) => entry.textContent)).toEqual(
    ['6.7', '13.3', '20', '40'].map((edge) => `≤ ${edge} min (words)`),
  );
});
