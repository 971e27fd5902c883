/** Whether a text leads somewhere. The index asks the same of several messages at once. */
export function hasLink(text: string): boolean {
  return /\bhttps?:\/\/[^\s/]/i.test(text);
}
