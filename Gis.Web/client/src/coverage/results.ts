/** The parts of the page that an answer replaces. The map is not among them: it lives on and is recoloured. */
export const answerParts: readonly string[] = ['answer', 'tables', 'point-panel'];

/** Fetches the results of a question; a question with a fault gets results that say so. */
export async function fetchResults(page: string, query: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`${page}?${query}&fragment=results`, { signal });
  if (!response.ok && response.status !== 400) throw new Error(`The results answered ${response.status}`);
  return response.text();
}

export function showResults(root: HTMLElement, html: string, parts = answerParts): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const open = new Set([...root.querySelectorAll('details[open]')].map((details) => details.id));
  for (const id of parts) {
    const part = fresh.getElementById(id);
    if (!part) continue;
    for (const details of part.querySelectorAll('details[id]')) details.toggleAttribute('open', open.has(details.id));
    document.getElementById(id)?.replaceWith(document.adoptNode(part));
  }
}

/** What a screen reader is told of an answer: the question, its share and what the changes do, as they stand in the page. */
export function describeAnswer(root: ParentNode): string {
  const words = ['#answer-heading', '#covered-share', '#effect'].map(
    (place) => root.querySelector(place)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
  return words.join(' ').trim();
}
