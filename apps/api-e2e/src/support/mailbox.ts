import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './data-directory.js';
import type { ServerProcess } from './server-process.js';

/** The mails that a server wrote as files, the oldest first. */
export class Mailbox {
  constructor(private readonly server: ServerProcess) {}

  async to(address: string): Promise<string[]> {
    const directory = join(this.server.directory, 'data/mail');
    const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(names.toSorted().map((name) => readFile(join(directory, name), 'utf8')));
    return mails.filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`)).map(decoded);
  }

  /** Waits until there is one whose text has a link to this page. @returns what follows in the link */
  linkTo(page: string, address: string, exceptFor: readonly string[] = []): Promise<string> {
    return eventually(async () => {
      const links = (await this.to(address)).flatMap((mail) =>
        [...mail.matchAll(new RegExp(`/${page}/([\\w-]+)`, 'g'))].map(([, token = '']) => token),
      );
      const found = links.find((link) => !exceptFor.includes(link));
      if (found === undefined) {
        throw new Error(`There is no mail to ${address} with a link to /${page}`);
      }
      return found;
    });
  }
}

/** Undoes what keeps long lines and special characters together on their way. */
function decoded(mail: string): string {
  return mail.replace(/=\r\n/g, '').replaceAll('=3D', '=');
}
