import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { AppConfig } from '@parley/api-core';
import { SMTPServer } from 'smtp-server';
import { FileTransport } from './file-transport.js';
import { Mailer } from './mailer.js';
import type { Mail } from './mail.js';
import { SmtpTransport } from './smtp-transport.js';

const config = AppConfig.fromEnv({
  DATABASE_URL: 'postgres://localhost/parley',
  JWT_SECRET: 'x'.repeat(32),
  MAIL_FROM: 'Tea <tea@chat.example>',
});

const aMail = (wishes: Partial<Mail> = {}): Mail => ({
  ...{ to: 'ann@example.org', subject: 'Grüße', paragraphs: ['Hello <b>Ann</b>'], language: 'de' },
  ...wishes,
});

async function withFiles(send: (mailer: Mailer) => Promise<void>): Promise<Record<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-mail-'));
  try {
    await send(new Mailer(new FileTransport(join(directory, 'mail')), config));
    const names = await readdir(join(directory, 'mail')).catch(() => []);
    const files = names.map(async (name) => [name, await readFile(join(directory, 'mail', name), 'utf8')]);
    return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
  } finally {
    await rm(directory, { recursive: true });
  }
}

describe('Mailer', () => {
  it('writes a mail as a file, with words for programs that show no HTML', async () => {
    const files = await withFiles((mailer) =>
      mailer.send(aMail({ action: { label: 'Los', url: 'https://chat.example/x?a=1&b=2' } }), 'one'),
    );

    const content = files['one.eml'] ?? '';
    expect(content).toContain('From: Tea <tea@chat.example>\r\n');
    expect(content).toContain('To: ann@example.org\r\n');
    expect(content).toContain('Message-ID: <one@chat.example>\r\n');
    expect(content).toContain('Subject: =?UTF-8?');
    expect(content).toContain('Hello <b>Ann</b>');
    expect(content).toContain('Hello &lt;b&gt;Ann&lt;/b&gt;');
    expect(content).toContain('Content-Type: text/plain');
    expect(content).toContain('Content-Type: text/html');
  });

  it('writes the same mail once, however often it is sent', async () => {
    const files = await withFiles(async (mailer) => {
      await mailer.send(aMail(), 'one');
      await mailer.send(aMail(), 'one');
    });

    expect(Object.keys(files)).toEqual(['one.eml']);
  });

  it.each([
    ['a second line in the subject', { subject: 'Hello\r\nBcc: eve@example.org' }],
    ['a second line in the address', { to: 'ann@example.org\r\nBcc: eve@example.org' }],
    ['two addresses', { to: 'ann@example.org, eve@example.org' }],
    ['an address in a name', { to: '"ann" <eve@example.org>' }],
  ])('sends nothing with %s', async (_, wishes) => {
    const sending = withFiles((mailer) => mailer.send(aMail(wishes), 'one'));

    await expect(sending).rejects.toThrow(/one plain address/);
  });

  it('hands a mail to an SMTP server, as the account of the setting, to nobody but its reader', async () => {
    const heard: { user: string; from: string; to: string[]; content: string }[] = [];
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        password === 'p@ss' ? done(null, { user: username ?? '' }) : done(new Error('Wrong')),
      onData: (stream, { user, envelope }, done) => {
        void text(stream).then((content) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          heard.push({ user: String(user), from, to, content });
          done();
        });
      },
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;

    await new Mailer(new SmtpTransport(`smtp://parley:p%40ss@127.0.0.1:${port}`), config).send(
      aMail({ subject: 'Tea', paragraphs: ['.', 'Bcc: eve@example.org'] }),
      'two',
    );
    await new Promise<void>((resolve) => server.close(() => resolve()));

    expect(heard).toEqual([
      {
        ...{ user: 'parley', from: 'tea@chat.example', to: ['ann@example.org'] },
        content: expect.stringContaining('Message-ID: <two@chat.example>'),
      },
    ]);
  });

  it('fails when the server is not there, so that it is tried again', async () => {
    const mailer = new Mailer(new SmtpTransport('smtp://127.0.0.1:1'), config);

    await expect(mailer.send(aMail(), 'three')).rejects.toThrow(/ECONNREFUSED/);
  });
});
