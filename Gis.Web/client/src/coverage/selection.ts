/** The area under the pointer and the area chosen, by code; shared by the tables and the map. */
export type Kind = 'hovered' | 'selected';
type Listener = (kind: Kind, code: string | undefined, before: string | undefined) => void;

export class Selection {
  readonly #codes: Partial<Record<Kind, string>> = {};
  readonly #listeners: Listener[] = [];

  get(kind: Kind): string | undefined {
    return this.#codes[kind];
  }

  set(kind: Kind, code: string | undefined): void {
    const before = this.#codes[kind];
    if (before === code) return;
    if (code === undefined) delete this.#codes[kind];
    else this.#codes[kind] = code;
    for (const listener of this.#listeners) listener(kind, code, before);
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }
}

const rowsOf = (root: ParentNode, code: string) => root.querySelectorAll<HTMLElement>(`tr[data-area="${code}"]`);

/** Rows answer to the pointer, to focus within them and to a click; the marks follow the selection. */
export function joinTables(root: HTMLElement, selection: Selection): void {
  const areaAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('tr[data-area]')?.dataset.area : undefined;
  root.addEventListener('pointerover', (event) => selection.set('hovered', areaAt(event.target)));
  root.addEventListener('pointerleave', () => selection.set('hovered', undefined));
  root.addEventListener('focusin', (event) => selection.set('hovered', areaAt(event.target)));
  root.addEventListener('click', (event) => {
    const area = areaAt(event.target);
    // A link in the row leads to its page. What is chosen already is let go.
    if (area && event.target instanceof Element && !event.target.closest('a, button:not(.show)'))
      selection.set('selected', selection.get('selected') === area ? undefined : area);
  });
  selection.listen((kind, code, before) => {
    if (before) for (const row of rowsOf(root, before)) mark(row, kind, false);
    if (code) for (const row of rowsOf(root, code)) mark(row, kind, true);
  });
}

function mark(row: HTMLElement, kind: Kind, on: boolean): void {
  row.classList.toggle(kind, on);
  if (kind === 'selected') row.querySelector('.show')?.setAttribute('aria-pressed', String(on));
}

/** Gives every row a button that shows its area on the map: what a click on the row does, for the keyboard. */
export function offerMap(root: ParentNode, words: string): void {
  for (const head of root.querySelectorAll<HTMLElement>('tr[data-area] > th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'show';
    button.textContent = words;
    button.setAttribute('aria-pressed', String(head.closest('tr')?.classList.contains('selected')));
    head.append(' ', button);
  }
}

/** Marks new rows as the old ones were. */
export function markRows(root: HTMLElement, selection: Selection): void {
  for (const kind of ['hovered', 'selected'] as const) {
    const code = selection.get(kind);
    if (code) for (const row of rowsOf(root, code)) mark(row, kind, true);
  }
}
