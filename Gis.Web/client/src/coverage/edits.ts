import type { Question } from './question';

/**
 * One change of a question as a button carries it: "open:ID", "close:ID", "restore:ID", "stay:ID", "move:ID@PLACE",
 * "add:TIER@PLACE", "drop:ID" or "reset".
 */
export type Edit = string;

const newPoint = /^new-(\d+)$/;

/** The question after an edit. What an edit does not name stays as it is. */
export function applyEdit(question: Question, edit: Edit): Question {
  const [verb = '', rest = ''] = edit.split(/:(.*)/s);
  const [id = '', at = ''] = rest.split('@');
  switch (verb) {
    case 'open':
      return { ...question, with: add(question.with, id), without: remove(question.without, id) };
    case 'close':
      return { ...question, with: remove(question.with, id), without: add(question.without, id) };
    case 'restore':
      return { ...question, with: remove(question.with, id), without: remove(question.without, id) };
    case 'move':
      return move(question, id, at);
    case 'stay':
      return { ...question, moves: new Map([...question.moves].filter(([moved]) => moved !== id)) };
    case 'add':
      return { ...question, additions: [...question.additions, { tier: id, at }] };
    case 'drop':
      return { ...question, additions: question.additions.filter((_, index) => index !== indexOf(id)) };
    case 'reset':
      return { ...question, with: [], without: [], moves: new Map(), additions: [] };
    default:
      throw new Error(`'${edit}' is no edit`);
  }
}

const add = (ids: readonly string[], id: string) => [...new Set([...ids, id])].sort();
const remove = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);
const indexOf = (id: string) => Number(newPoint.exec(id)?.[1] ?? 0) - 1;

// A point that is only supposed is not moved but supposed elsewhere.
function move(question: Question, id: string, at: string): Question {
  if (newPoint.test(id)) {
    const moved = indexOf(id);
    return {
      ...question,
      additions: question.additions.map((each, index) => (index === moved ? { ...each, at } : each)),
    };
  }
  return { ...question, moves: new Map([...question.moves, [id, at] as const].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
