import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { FileTransport } from './file-transport.js';
import { MailTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';
import { SmtpTransport } from './smtp-transport.js';

function transportOf({ SMTP_URL, DATA_DIR }: AppConfig): MailTransport {
  return SMTP_URL === undefined ? new FileTransport(join(DATA_DIR, 'mail')) : new SmtpTransport(SMTP_URL);
}

@Module({
  providers: [Mailer, { provide: MailTransport, useFactory: transportOf, inject: [AppConfig] }],
  exports: [Mailer],
})
export class MailModule {}
