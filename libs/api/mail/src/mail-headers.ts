import type { Mail } from './mail.js';

const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;
const CONTROL = /\p{Cc}/u;

interface Headers {
  from: string;
  to: { name: string; address: string };
  subject: string;
  headers: Record<string, string>;
}

/**
 * Nothing that a person chose may begin a header of its own, nor add somebody to those who get the mail.
 * @throws Error when it would
 */
export function toHeaders({ to, subject, language }: Mail, from: string): Headers {
  if (!ADDRESS.test(to) || CONTROL.test(to) || CONTROL.test(subject)) {
    throw new Error('A mail needs one plain address, and a subject of one line');
  }
  const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': language };
  return { from, to: { name: '', address: to }, subject, headers };
}

export function domainOf(from: string): string {
  return /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
}
