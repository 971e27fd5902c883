import { Injectable } from '@nestjs/common';
import type { Delivery } from '@parley/contracts';
import { DeliveryRepository } from './delivery.repository.js';
import type { PushMessage } from './push-message.js';
import { PushRepository } from './push.repository.js';
import { PushSender } from './push-sender.js';
import type { PushSubscriptionEntity } from './push-subscription.entity.js';

/** What such a service answers when the browser no longer wants anything. */
const IS_GONE: readonly number[] = [404, 410];

/** What is told to whom; a test is about no notification. */
interface Subject {
  userId: string;
  notificationId: string | null;
}

/** The devices of people. What became of each message to each of them is noted. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly subscriptions: PushRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sender: PushSender,
  ) {}

  /**
   * To all devices that have not got it yet.
   * @param isLast whether it is not tried again
   * @throws Error when a device is to be tried again
   */
  async send(subject: Subject & { message: PushMessage }, isLast: boolean): Promise<void> {
    const { userId, notificationId, message } = subject;
    const devices = await this.subscriptions.of(userId);
    const settled = notificationId ? await this.deliveries.settled(notificationId) : new Set<string>();
    if (devices.length === 0) {
      await this.note(subject, 'no-device');
    }
    const waiting = devices.filter(({ id }) => !settled.has(id));
    const outcomes = await Promise.all(waiting.map((device) => this.sendTo(device, subject, message)));
    if (!isLast && outcomes.includes('failed')) {
      throw new Error('A device could not be reached');
    }
  }

  /** Why nothing was sent. */
  note(
    { userId, notificationId }: Subject,
    outcome: Delivery['outcome'],
    detail: { subscriptionId?: string; text?: string } = {},
  ): Promise<void> {
    const { subscriptionId = null, text = '' } = detail;
    return this.deliveries.add({
      ...{ userId, notificationId, subscriptionId, channel: 'push', outcome, detail: text },
    });
  }

  private async sendTo(
    device: PushSubscriptionEntity,
    subject: Subject,
    message: PushMessage,
  ): Promise<Delivery['outcome']> {
    const { outcome, text } = await this.attempt(device, message);
    if (outcome === 'gone') {
      await this.subscriptions.removeDead(device.id);
    }
    await this.note(subject, outcome, { subscriptionId: device.id, text });
    return outcome;
  }

  private async attempt(
    device: PushSubscriptionEntity,
    message: PushMessage,
  ): Promise<{ outcome: Delivery['outcome']; text: string }> {
    const { host } = new URL(device.endpoint);
    try {
      const status = await this.sender.send(device, message, topicOf(message));
      return { outcome: outcomeOf(status), text: `${host}: ${status}` };
    } catch (error) {
      return { outcome: 'failed', text: `${host}: ${error instanceof Error ? error.message : ''}` };
    }
  }
}

/** At most 32 characters, as the services want it. */
function topicOf({ tag }: PushMessage): string {
  return tag.replaceAll('-', '').slice(0, 32);
}

function outcomeOf(status: number): Delivery['outcome'] {
  if (status >= 200 && status < 300) {
    return 'sent';
  }
  if (IS_GONE.includes(status)) {
    return 'gone';
  }
  return status === 429 || status >= 500 ? 'failed' : 'refused';
}
