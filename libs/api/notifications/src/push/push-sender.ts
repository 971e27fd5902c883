import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import webPush from 'web-push';
import { assertPublicEndpoint, isPublicAddress } from './endpoint.policy.js';
import type { PushSubscriptionEntity } from './push-subscription.entity.js';
import { VapidKeys } from './vapid-keys.js';

/** Milliseconds that the other side has. */
const PATIENCE = 10_000;
/** Seconds for which it is kept for a device that is switched off. */
const KEPT_FOR = 24 * 60 * 60;

export type Receiver = Pick<PushSubscriptionEntity, 'endpoint' | 'p256dh' | 'auth'>;

/** Hands messages to the services that wake browsers, encrypted for the browser alone. */
@Injectable()
export class PushSender {
  private readonly isAnywhereAllowed: boolean;

  constructor(
    private readonly keys: VapidKeys,
    { PUSH_ENDPOINTS }: AppConfig,
  ) {
    this.isAnywhereAllowed = PUSH_ENDPOINTS === 'any';
  }

  /** @throws DomainError `request.invalid` for an address that nothing may be sent to */
  assertAllowed(endpoint: string): void {
    if (!this.isAnywhereAllowed) {
      assertPublicEndpoint(endpoint);
    }
  }

  /**
   * @param topic of two that wait for the same device with the same topic, the newer one remains
   * @returns the status of the answer
   * @throws when there is no answer, or the keys of the receiver are no keys
   */
  send({ endpoint, p256dh, auth }: Receiver, payload: object, topic?: string): Promise<number> {
    this.assertAllowed(endpoint);
    const { method, headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(payload),
      {
        vapidDetails: {
          ...{ subject: this.keys.subject, publicKey: this.keys.publicKey },
          privateKey: this.keys.privateKey,
        },
        ...{ TTL: KEPT_FOR, urgency: 'high', topic },
      },
    );
    const request = endpoint.startsWith('https:') ? secureRequest : plainRequest;
    return new Promise((resolve, reject) => {
      const sent = request(endpoint, {
        ...{ method, headers, timeout: PATIENCE },
        ...(!this.isAnywhereAllowed && { lookup: publicLookup }),
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('timeout', () => sent.destroy(new Error('No answer')));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** What is asked for is what is connected to: a name cannot lead elsewhere the second time. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses: LookupAddress[] = error ? [] : found;
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(error ?? new Error('The address is not a public one'), '');
    } else if (options.all) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};
