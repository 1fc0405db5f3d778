/** Puts values in the place of {0}, {1} … in a sentence. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}
