/** The values of a statement that is put together: each is given its number when it is added. */
export class Parameters {
  readonly list: unknown[] = [];

  /** @returns what stands for the value in the statement */
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}
