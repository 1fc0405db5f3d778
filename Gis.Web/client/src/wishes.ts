import { drop, placesOf, type Ranks, readRanks, step } from './pairing/ranks';

const list = document.getElementById('my-list');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('#candidates tbody tr')];

function fieldOf(row: HTMLTableRowElement): HTMLInputElement {
  return row.querySelector<HTMLInputElement>('input.place')!;
}

function read(): Ranks {
  return readRanks(rows.map((row) => [row.dataset.id!, fieldOf(row).value] as const));
}

function write(ranks: Ranks): void {
  const places = placesOf(ranks);
  for (const row of rows) fieldOf(row).value = String(places.get(row.dataset.id!) ?? '');
}

/** The wishes as a list beside the table, to be ordered by dragging or by buttons; the numbers in the table stay what is sent. */
class MyList {
  readonly #list: HTMLElement;
  readonly #names = new Map(rows.map((row) => [row.dataset.id!, row.dataset.name!]));
  #dragged = '';

  constructor(list: HTMLElement) {
    this.#list = list;
    this.show();
    list.hidden = false;
    for (const row of rows) fieldOf(row).addEventListener('change', () => this.show());
  }

  show(): void {
    const ranks = read();
    this.#list.replaceChildren(...ranks.flatMap((rank, i) => rank.map((id) => this.#item(id, i + 1))));
    if (ranks.length === 0) {
      const none = document.createElement('li');
      none.textContent = this.#list.dataset.none ?? '';
      this.#list.append(none);
    }
  }

  #change(next: Ranks, focus: string, by: number): void {
    write(next);
    this.show();
    const item = [...this.#list.children].find((each) => (each as HTMLElement).dataset.id === focus);
    item?.querySelectorAll<HTMLButtonElement>('button')[by < 0 ? 0 : 1]?.focus();
  }

  #item(id: string, place: number): HTMLLIElement {
    const item = document.createElement('li');
    item.dataset.id = id;
    item.draggable = !fieldOf(rows[0]!).disabled;
    const name = document.createElement('span');
    name.lang = 'zh-CN';
    name.textContent = `${place} ${this.#names.get(id)}`;
    item.append(name);
    if (!item.draggable) return item;
    item.append(this.#button(id, -1), this.#button(id, 1));
    item.addEventListener('dragstart', () => (this.#dragged = id));
    item.addEventListener('dragover', (event) => event.preventDefault());
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      const box = item.getBoundingClientRect();
      this.#change(drop(read(), this.#dragged, id, event.clientY > box.top + box.height / 2), this.#dragged, -1);
    });
    return item;
  }

  #button(id: string, by: -1 | 1): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = by < 0 ? '↑' : '↓';
    button.setAttribute(
      'aria-label',
      `${(by < 0 ? this.#list.dataset.up : this.#list.dataset.down) ?? ''} ${this.#names.get(id)}`,
    );
    button.addEventListener('click', () => this.#change(step(read(), id, by), id, by));
    return button;
  }
}

if (list !== null && rows.length > 0) new MyList(list);
