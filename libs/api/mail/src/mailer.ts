import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { domainOf, toHeaders } from './mail-headers.js';
import { toHtml, toText } from './mail-body.js';
import type { Mail } from './mail.js';
import { MailTransport } from './mail-transport.js';

/** Sends mail now. Whoever must not lose one calls it from a job. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger(Mailer.name);

  constructor(
    private readonly transport: MailTransport,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param id the same for the same mail, so that one that is sent twice can be told from two
   * @throws when it could not be handed over
   */
  async send(mail: Mail, id: string): Promise<void> {
    const place = await this.transport.deliver({
      id,
      message: {
        ...toHeaders(mail, this.config.MAIL_FROM),
        messageId: `<${id}@${domainOf(this.config.MAIL_FROM)}>`,
        text: toText(mail),
        html: toHtml(mail),
      },
    });
    this.logger.log(`Mail ${id}: ${place}`);
  }
}
