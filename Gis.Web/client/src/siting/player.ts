import { nextStep } from './order';

const beat = 700;

/** The control that goes through the steps, by hand or by itself. */
export class Player {
  readonly #slider: HTMLInputElement;
  readonly #button: HTMLButtonElement;
  readonly #words: { readonly play: string; readonly pause: string };
  readonly #show: (step: number) => void;
  #timer: number | undefined;

  constructor(slider: HTMLInputElement, button: HTMLButtonElement, show: (step: number) => void) {
    this.#slider = slider;
    this.#button = button;
    this.#show = show;
    this.#words = { play: button.textContent ?? '', pause: button.dataset.pause ?? '' };
    slider.addEventListener('input', () => {
      this.stop();
      show(this.step);
    });
    button.addEventListener('click', () => (this.#timer === undefined ? this.#play() : this.stop()));
  }

  get step(): number {
    return Number(this.#slider.value);
  }

  /** Goes to a step, as a row of the table asks. */
  goTo(step: number): void {
    this.stop();
    this.#set(step);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#button.textContent = this.#words.play;
    this.#button.setAttribute('aria-pressed', 'false');
  }

  #play(): void {
    this.#button.textContent = this.#words.pause;
    this.#button.setAttribute('aria-pressed', 'true');
    const last = Number(this.#slider.max);
    this.#set(nextStep(this.step, last));
    this.#timer = window.setInterval(() => {
      this.#set(nextStep(this.step, last));
      if (this.step === last) this.stop();
    }, beat);
  }

  #set(step: number): void {
    this.#slider.value = String(step);
    this.#show(step);
  }
}
