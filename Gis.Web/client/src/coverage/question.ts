import { type Minutes, minutes } from './classes';

/** A coverage question as it stands in a link. */
export interface Question {
  readonly mode: string;
  readonly limit: Minutes;
  readonly tiers: readonly string[];
  readonly with: readonly string[];
  readonly without: readonly string[];
}

type Fields = Pick<URLSearchParams, 'get' | 'getAll'>;

const list = (fields: Fields, name: string): string[] =>
  fields
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');

/** Reads a question from a link's fields or from the form's. */
export function readQuestion(fields: Fields): Question {
  return {
    mode: fields.get('mode') ?? 'walk',
    limit: minutes(Number(fields.get('limit') ?? '30')),
    tiers: list(fields, 'tiers'),
    with: list(fields, 'with'),
    without: list(fields, 'without'),
  };
}

export function readForm(form: HTMLFormElement): Question {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  return readQuestion(fields);
}

/** The question's one written form, the same as the server's. */
export function writeQuestion(question: Question): string {
  return `mode=${question.mode}&limit=${question.limit}&${writeOpenness(question)}`;
}

/** What the minutes depend on: everything but the limit. */
export function writeJourney(question: Question): string {
  return `mode=${question.mode}&${writeOpenness(question)}`;
}

function writeOpenness(question: Question): string {
  const optional = (name: 'with' | 'without') =>
    question[name].length > 0 ? `&${name}=${question[name].join(',')}` : '';
  return `tiers=${question.tiers.join(',')}${optional('with')}${optional('without')}`;
}
