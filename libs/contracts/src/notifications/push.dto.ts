import { Type } from 'class-transformer';
import { IsUrl, Matches, MaxLength, ValidateNested } from 'class-validator';

const endpointLength = 1_000;
const address = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class PushKey {
  /** The `applicationServerKey`, base64url. */
  publicKey!: string;
}

/** What the browser has made for this subscription, base64url. */
export class PushKeys {
  @Matches(/^B[\w-]{86}$/, { message: 'must be a public key as browsers give it' })
  p256dh!: string;

  @Matches(/^[\w-]{22}$/, { message: 'must be a secret as browsers give it' })
  auth!: string;
}

/** The body of `POST /notifications/push/subscriptions`: what `PushSubscription.toJSON()` gives. */
export class SubscribePush {
  /** Where the service of the browser takes messages: a public https address. */
  @IsUrl(address, { message: 'must be an address' })
  @MaxLength(endpointLength)
  endpoint!: string;

  @ValidateNested()
  @Type(() => PushKeys)
  keys!: PushKeys;
}

/** The body of `DELETE /notifications/push/subscriptions`. */
export class UnsubscribePush {
  @IsUrl(address, { message: 'must be an address' })
  @MaxLength(endpointLength)
  endpoint!: string;
}

/** What became of a message to one device, or why none was sent. */
export class Delivery {
  id!: string;
  /** Null for a test. */
  notificationId!: string | null;
  channel!: 'push' | 'mail';
  /**
   * `sent` to the service of the browser; `seen` in the app before; `off`: the kind is not wanted; `quiet`: quiet
   * hours, or do not disturb; `no-device`; `gone`: the browser has ended it; `refused` and `failed` by that service.
   */
  outcome!: 'sent' | 'seen' | 'off' | 'quiet' | 'no-device' | 'gone' | 'refused' | 'failed';
  /** For whoever looks for the reason, such as `push.example.org: 201`. */
  detail!: string;
  createdAt!: string;
}

export class DeliveryList {
  items!: Delivery[];
}
