/** "Hear this page": the phone reads the page aloud with a voice of its own. Shown only where there is one. */
class Reader {
  readonly #button: HTMLButtonElement;
  readonly #idle: string;

  constructor(button: HTMLButtonElement) {
    this.#button = button;
    this.#idle = button.textContent ?? '';
    button.addEventListener('click', () => (speechSynthesis.speaking ? this.#stop() : this.#read()));
    window.addEventListener('pagehide', () => speechSynthesis.cancel());
    button.hidden = false;
  }

  #read(): void {
    const sentences = new SpeechSynthesisUtterance(textOf(document.querySelector('main')));
    sentences.lang = document.documentElement.lang;
    // Slower than most are used to: who asks for this is often old.
    sentences.rate = 0.85;
    sentences.addEventListener('end', () => this.#stop());
    sentences.addEventListener('error', () => this.#stop());
    this.#button.textContent = this.#button.dataset.stop ?? this.#idle;
    speechSynthesis.speak(sentences);
  }

  #stop(): void {
    speechSynthesis.cancel();
    this.#button.textContent = this.#idle;
  }
}

/** What a person would read aloud: headings, sentences, lists; nothing to press and nothing folded away. */
export function textOf(main: Element | null): string {
  const parts = [...(main?.querySelectorAll('h1, h2, h3, p, li, dt, dd') ?? [])];
  return parts
    .filter((part) => !part.closest('nav, form, button, [hidden], .receipt, .skip') && !part.querySelector('p, li, dd'))
    .map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('。\n');
}

const button = document.querySelector<HTMLButtonElement>('#hear');
if (button && 'speechSynthesis' in window) new Reader(button);
