/** How many steps can be taken back. */
export const mostSteps = 50;

interface Kept {
  readonly past: readonly string[];
  readonly present: string;
  readonly future: readonly string[];
}

/** The questions asked one after another, as they are written, with the way back and forth between them. */
export class Steps {
  #past: string[] = [];
  #present: string;
  #future: string[] = [];
  #gesture: string | undefined;
  #mark = 0;

  constructor(present: string) {
    this.#present = present;
  }

  get present(): string {
    return this.#present;
  }

  /** Another number after every step, forth or back; the same within one gesture. */
  get mark(): number {
    return this.#mark;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Goes on to another question. Those of one gesture, as of one drag of the slider, are one step. A question one step
   * away, as the browser's own back button asks it, is gone to and not put on top.
   */
  put(question: string, gesture?: string): void {
    if (question === this.#present) return;
    const goesOn = gesture !== undefined && gesture === this.#gesture;
    if (gesture === undefined && question === this.#past.at(-1)) this.undo();
    else if (gesture === undefined && question === this.#future.at(-1)) this.redo();
    else {
      if (!goesOn) {
        this.#past = [...this.#past, this.#present].slice(-mostSteps);
        this.#mark++;
      }
      this.#present = question;
      this.#future = [];
    }
    this.#gesture = gesture;
  }

  endGesture(): void {
    this.#gesture = undefined;
  }

  undo(): string | undefined {
    return this.#go(this.#past, this.#future);
  }

  redo(): string | undefined {
    return this.#go(this.#future, this.#past);
  }

  #go(from: string[], to: string[]): string | undefined {
    const next = from.pop();
    if (next === undefined) return undefined;
    to.push(this.#present);
    this.#present = next;
    this.#gesture = undefined;
    this.#mark++;
    return next;
  }

  write(): string {
    const kept: Kept = { past: this.#past, present: this.#present, future: this.#future };
    return JSON.stringify(kept);
  }

  /** Takes up what was written before, if it had come to this question; else starts anew. */
  static read(written: string | null, present: string): Steps {
    const steps = new Steps(present);
    const kept = written === null ? undefined : (JSON.parse(written) as Kept);
    if (kept?.present === present) {
      steps.#past = [...kept.past];
      steps.#future = [...kept.future];
    }
    return steps;
  }
}
