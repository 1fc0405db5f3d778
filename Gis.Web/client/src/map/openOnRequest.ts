/** A button that opens a map: all it needs is loaded when somebody asks for it, and the page stays whatever happens. */
export interface MapRequest {
  readonly button: HTMLButtonElement;
  readonly place: HTMLElement;
  readonly answer: HTMLElement;
}

/** The button of the page, the place of the map and that of what is said meanwhile; undefined where the page has no map. */
export function findRequest(placeId: string): MapRequest | undefined {
  const button = document.querySelector<HTMLButtonElement>('#open-map');
  const place = document.getElementById(placeId);
  const answer = document.getElementById('map-answer');
  return button && place && answer ? { button, place, answer } : undefined;
}

export async function openOnRequest<T>(
  { button, place, answer }: MapRequest,
  open: () => Promise<T>,
): Promise<T | undefined> {
  button.disabled = true;
  answer.textContent = button.dataset.busy ?? '';
  place.hidden = false;
  try {
    const map = await open();
    answer.textContent = '';
    button.hidden = true;
    place.dataset.ready = 'true';
    return map;
  } catch {
    place.hidden = true;
    button.disabled = false;
    answer.textContent = button.dataset.failed ?? '';
    return undefined;
  }
}
