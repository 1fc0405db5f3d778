import { distanceBetween, readPlace } from './ground';
import { fill } from './sentence';

/**
 * Checking in: the phone works out how far it is from the room of the chosen village and writes that number into the form.
 * The position itself stays in the function it was told to.
 */
class CheckIn {
  readonly #box: HTMLElement;
  readonly #village: HTMLSelectElement;
  readonly #field: HTMLInputElement;
  readonly #answer: HTMLElement;

  constructor(box: HTMLElement, village: HTMLSelectElement, field: HTMLInputElement, answer: HTMLElement) {
    this.#box = box;
    this.#village = village;
    this.#field = field;
    this.#answer = answer;
    // A distance from another village's room would be wrong.
    village.addEventListener('change', () => this.#say('', ''));
    box.querySelector('button')?.addEventListener('click', () => this.#ask());
    box.hidden = false;
  }

  #ask(): void {
    const room = readPlace(this.#village.selectedOptions[0]?.dataset ?? {});
    if (room === undefined) {
      this.#say('', this.#box.dataset.unknown);
      return;
    }
    const asked = this.#village.value;
    this.#say('', this.#box.dataset.busy);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (this.#village.value !== asked) return;
        const away = Math.round(distanceBetween(room, { lon: coords.longitude, lat: coords.latitude }));
        this.#say(String(away), fill(this.#box.dataset.near ?? '', away, Math.ceil(coords.accuracy)));
      },
      () => this.#say('', this.#box.dataset.refused),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  }

  #say(distance: string, words: string | undefined): void {
    this.#field.value = distance;
    this.#answer.textContent = words ?? '';
  }
}

const box = document.getElementById('check-in');
const village = document.querySelector<HTMLSelectElement>('#visit-village');
const field = box?.querySelector<HTMLInputElement>('input');
const answer = document.getElementById('check-in-answer');
// Browsers that are asked over plain HTTP have no positions to give.
if (box && village && field && answer && 'geolocation' in navigator) new CheckIn(box, village, field, answer);
