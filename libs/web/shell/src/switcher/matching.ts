/** Whether every word of the query begins somewhere in the text; letters match whatever their case and accents. */
export function matches(text: string, query: string): boolean {
  const plain = plainLetters(text);
  return plainLetters(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
