export type Direction = 'ascending' | 'descending';

interface Order {
  readonly column: number;
  readonly direction: Direction;
}

// Kept by the table's id, because the rows are replaced with every answer; and over a reload.
const place = 'plan-order';
const chosen = new Map<string, Order>(Object.entries(JSON.parse(sessionStorage.getItem(place) ?? '{}')));

/** Gives every column head of the sortable tables a button, and sorts again as last chosen. */
export function makeSortable(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    table.querySelectorAll<HTMLTableCellElement>('thead th').forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = head.textContent;
      button.addEventListener('click', () => sortBy(table, { column, direction: next(head) }));
      head.replaceChildren(button);
    });
    const order = chosen.get(table.id);
    if (order) sortBy(table, order);
  }
}

// The largest first: that is what one looks for in a table of people.
function next(head: Element): Direction {
  return head.getAttribute('aria-sort') === 'descending' ? 'ascending' : 'descending';
}

function sortBy(table: HTMLTableElement, order: Order): void {
  chosen.set(table.id, order);
  sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(chosen)));
  const body = table.tBodies[0];
  if (!body) return;
  const sign = order.direction === 'ascending' ? 1 : -1;
  const rows = [...body.querySelectorAll('tr')].sort(
    (a, b) => sign * compare(a.cells[order.column], b.cells[order.column]),
  );
  body.append(...rows);
  table.querySelectorAll('thead th').forEach((head, column) => {
    if (column === order.column) head.setAttribute('aria-sort', order.direction);
    else head.removeAttribute('aria-sort');
  });
}

function compare(a: HTMLElement | undefined, b: HTMLElement | undefined): number {
  return Number(a?.dataset.value ?? 0) - Number(b?.dataset.value ?? 0);
}
