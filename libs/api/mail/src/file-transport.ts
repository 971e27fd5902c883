import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { MailTransport, type Outgoing } from './mail-transport.js';

/** Puts each mail into a file of its own, which any mail program opens. The default: nothing leaves the machine. */
export class FileTransport extends MailTransport {
  private readonly transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  /** @param directory made when the first mail comes */
  constructor(private readonly directory: string) {
    super();
  }

  async deliver({ id, message }: Outgoing): Promise<string> {
    const { message: content } = await this.transport.sendMail(message);
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const file = join(this.directory, `${id}.eml`);
    // At once or not at all, and the same mail once more takes the place of the first.
    await writeFile(`${file}.new`, content, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return file;
  }
}
