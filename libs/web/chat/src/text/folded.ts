/** A text as people compare it: without accents and without capitals, so that "Munchen" finds "München". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
