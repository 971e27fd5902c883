import { createTransport } from 'nodemailer';
import { MailTransport, type Outgoing } from './mail-transport.js';

/** Milliseconds after which a server that says nothing is given up; a job tries again. */
const PATIENCE = 30_000;

/** Hands mail to a server. */
export class SmtpTransport extends MailTransport {
  private readonly host: string;
  private readonly transport: ReturnType<typeof createTransport>;

  constructor(url: string) {
    super();
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    this.host = hostname;
    this.transport = createTransport({
      host: hostname,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // What is in a mail are words: it never reads a file, nor an address on the web.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async deliver({ message }: Outgoing): Promise<string> {
    await this.transport.sendMail(message);
    return `handed to ${this.host}`;
  }
}
