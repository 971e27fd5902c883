import { createECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, derivedKey } from '@parley/api-core';

/**
 * Who this server is for the services that wake browsers. Without keys in the settings they are made from the
 * secret of the installation: the same for all processes and after every start, and nothing more to keep.
 */
@Injectable()
export class VapidKeys {
  /** As browsers want it, base64url. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom such a service asks when something is wrong. */
  readonly subject: string;

  constructor(config: AppConfig) {
    const { VAPID_PUBLIC, VAPID_PRIVATE, PUBLIC_URL, MAIL_FROM } = config;
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(derivedKey(config, 'vapid'));
    this.publicKey = VAPID_PUBLIC ?? curve.getPublicKey('base64url');
    this.privateKey = VAPID_PRIVATE ?? derivedKey(config, 'vapid').toString('base64url');
    const address = /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM)?.[0] ?? '';
    this.subject = PUBLIC_URL.startsWith('https:') ? new URL(PUBLIC_URL).origin : `mailto:${address}`;
  }
}
