import { type Minutes, minutes } from './classes';

/** A position as it stands in a link: degrees, longitude first, six decimals, "106.230000_38.480000". */
export type WrittenPlace = string;

/** A point that is not there yet; it is known as "new-1", "new-2" in the order of the list. */
export interface Addition {
  readonly tier: string;
  readonly at: WrittenPlace;
}

/** A coverage question as it stands in a link. */
export interface Question {
  readonly mode: string;
  readonly limit: Minutes;
  readonly tiers: readonly string[];
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly moves: ReadonlyMap<string, WrittenPlace>;
  readonly additions: readonly Addition[];
  readonly weigh: string;
}

/** Every resident counts, unless the question says otherwise. */
export const everybody = 'residents';

type Fields = Pick<URLSearchParams, 'get' | 'getAll'>;

const list = (fields: Fields, name: string): string[] =>
  fields
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');

// Sorted as the server sorts them, so that equal questions read the same.
const ids = (fields: Fields, name: string): string[] => [...new Set(list(fields, name))].sort();

const places = (fields: Fields, name: string): [string, WrittenPlace][] =>
  list(fields, name).map((value) => {
    const [what = '', at = ''] = value.split('@');
    return [what, at];
  });

export function writePlace(longitude: number, latitude: number): WrittenPlace {
  return `${longitude.toFixed(6)}_${latitude.toFixed(6)}`;
}

export function readPlace(at: WrittenPlace): [longitude: number, latitude: number] {
  const [longitude, latitude] = at.split('_').map(Number);
  return [longitude ?? Number.NaN, latitude ?? Number.NaN];
}

/** Reads a question from a link's fields or from the form's. */
export function readQuestion(fields: Fields): Question {
  return {
    mode: fields.get('mode') ?? 'walk',
    limit: minutes(Number(fields.get('limit') ?? '30')),
    tiers: list(fields, 'tiers'),
    with: ids(fields, 'with'),
    without: ids(fields, 'without'),
    moves: new Map(places(fields, 'move').sort(([a], [b]) => (a < b ? -1 : 1))),
    additions: places(fields, 'add').map(([tier, at]) => ({ tier, at })),
    weigh: fields.get('weigh') ?? everybody,
  };
}

export function readForm(form: HTMLFormElement): Question {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  return readQuestion(fields);
}

/** Sets the form to a question: reading it again gives the same one. */
export function writeForm(form: HTMLFormElement, question: Question): void {
  const chosen: Readonly<Record<string, readonly string[]>> = {
    mode: [question.mode],
    tiers: question.tiers,
    weigh: [question.weigh],
  };
  for (const input of form.querySelectorAll<HTMLInputElement>('input')) {
    const values = chosen[input.name];
    if (values && (input.type === 'radio' || input.type === 'checkbox')) input.checked = values.includes(input.value);
    if (input.type === 'range' || input.name === 'limit') input.value = String(question.limit);
  }
  for (const [name, value] of Object.entries(writeChanges(question))) writeHidden(form, name, value);
}

function writeHidden(form: HTMLFormElement, name: string, value: string): void {
  let input = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  if (value === '') {
    input?.remove();
    return;
  }
  if (!input) {
    input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    form.append(input);
  }
  input.value = value;
}

/** The question's one written form, the same as the server's. */
export function writeQuestion(question: Question): string {
  const weigh = question.weigh === everybody ? '' : `&weigh=${question.weigh}`;
  return `mode=${question.mode}&limit=${question.limit}&${writeOpenness(question)}${weigh}`;
}

/** What the minutes depend on: neither the limit nor who counts. */
export function writeJourney(question: Question): string {
  return `mode=${question.mode}&${writeOpenness(question)}`;
}

function writeOpenness(question: Question): string {
  const changes = Object.entries(writeChanges(question)).filter(([, value]) => value !== '');
  return [`tiers=${question.tiers.join(',')}`, ...changes.map(([name, value]) => `${name}=${value}`)].join('&');
}

/** What a question changes of the network, field by field; empty where it changes nothing. */
function writeChanges(question: Question): Record<'with' | 'without' | 'move' | 'add', string> {
  return {
    with: question.with.join(','),
    without: question.without.join(','),
    move: [...question.moves].map(([id, at]) => `${id}@${at}`).join(','),
    add: question.additions.map(({ tier, at }) => `${tier}@${at}`).join(','),
  };
}

export function isAsItIs(question: Question): boolean {
  return Object.values(writeChanges(question)).every((value) => value === '');
}
