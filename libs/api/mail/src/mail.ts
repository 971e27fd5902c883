/** A mail as its author thinks of it: plain words, and at most one thing to do. */
export interface Mail {
  to: string;
  subject: string;
  /** Plain text. Line breaks inside of a paragraph are kept. */
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  /** What stands below, smaller. */
  footer?: string;
  /** A language tag such as `de`. */
  language: string;
}
