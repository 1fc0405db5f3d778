const quoted = (value: string) => JSON.stringify(value);

/** Where the focus would be looked for again, the best place first. */
function placesOf(focused: Element): string[] {
  const places: string[] = [];
  const { dataset, id } = focused as HTMLElement;
  if (dataset.focus) places.push(`[data-focus=${quoted(dataset.focus)}]`);
  if (id) places.push(`#${id}`);
  const table = focused.closest('table');
  const head = focused.closest('thead th') as HTMLTableCellElement | null;
  if (table && head) places.push(`#${table.id} thead th:nth-child(${head.cellIndex + 1}) button`);
  const row = focused.closest<HTMLTableRowElement>('tbody tr');
  if (table && row) {
    const like = `.${focused.classList.item(0) ?? 'edit'}`;
    if (row.dataset.area) places.push(`#${table.id} tr[data-area=${quoted(row.dataset.area)}] ${like}`);
    // A row that is gone has left its place to the next one.
    places.push(`#${table.id} tbody tr:nth-child(${row.sectionRowIndex + 1}) ${like}`);
    places.push(`#${table.id} tbody tr:last-child ${like}`);
  }
  return [...places, '#changes-heading', '#answer-heading'];
}

/**
 * Remembers where in a part of the page the focus is, for when that part is replaced; what it gives puts the focus back
 * there, or as near as there is something to hold it, and leaves it alone if it was elsewhere.
 */
export function keepFocus(root: ParentNode & Node): () => void {
  const focused = document.activeElement;
  if (!focused || !root.contains(focused)) return () => {};
  const places = placesOf(focused);
  return () => {
    if (focused.isConnected) return;
    const next = places.map((place) => root.querySelector<HTMLElement>(place)).find((found) => found !== null);
    next?.focus({ preventScroll: true });
  };
}
