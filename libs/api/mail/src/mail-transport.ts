import type { SendMailOptions } from 'nodemailer';

export interface Outgoing {
  id: string;
  message: SendMailOptions;
}

/** The way a mail takes. */
export abstract class MailTransport {
  /** @returns where it went, for the log */
  abstract deliver(mail: Outgoing): Promise<string>;
}
