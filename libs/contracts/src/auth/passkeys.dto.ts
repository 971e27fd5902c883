import { Matches, MaxLength } from 'class-validator';
import { limits, passkeyTransports } from '../limits.js';
import { IsId, IsListOf, IsText, MayBeAbsent } from '../validation/validators.js';

/** Bytes that a browser has made, as text. */
const IsBytes = (maxLength: number): PropertyDecorator => {
  const matches = Matches(/^[A-Za-z0-9_-]+$/, { message: 'must be base64url' });
  const isShort = MaxLength(maxLength);
  return (target, property) => {
    matches(target, property);
    isShort(target, property);
  };
};

/** How a browser reaches an authenticator. */
export type PasskeyTransport = (typeof passkeyTransports)[number];

/** What a browser needs to make a passkey: it must be discoverable, and verify the person. */
export class PasskeyWish {
  /** In base64url; good once, for five minutes. */
  challenge!: string;
  /** The name of the host that it will be good for. */
  rpId!: string;
  rpName!: string;
  /** Of the person, in base64url. */
  userHandle!: string;
  username!: string;
  displayName!: string;
  /** Which algorithms are understood, by their COSE numbers, the best first. */
  algorithms!: number[];
  /** The passkeys that the person has already: an authenticator needs no two. */
  knownIds!: string[];
}

/** The body of `POST /auth/passkeys`: what the browser has made. */
export class AddPasskey {
  /** For the person to know it again. */
  @IsText(limits.passkey.name)
  name!: string;

  @IsBytes(2_000)
  id!: string;

  @IsBytes(8_000)
  clientDataJSON!: string;

  @IsBytes(40_000)
  attestationObject!: string;

  @MayBeAbsent()
  @IsListOf(passkeyTransports)
  transports?: PasskeyTransport[];
}

/** What a browser needs to show a passkey. */
export class PasskeyQuestion {
  /** In base64url; good once, for five minutes. */
  challenge!: string;
  rpId!: string;
}

/** The body of `POST /auth/passkeys/sign-in` and `/auth/passkeys/reauth`: a passkey that was shown. */
export class PasskeyProof {
  @IsBytes(2_000)
  id!: string;

  @IsBytes(8_000)
  clientDataJSON!: string;

  @IsBytes(8_000)
  authenticatorData!: string;

  @IsBytes(8_000)
  signature!: string;

  @MayBeAbsent()
  @IsBytes(200)
  userHandle?: string;
}

/** The body of `PATCH /auth/passkeys/:id`. */
export class RenamePasskey {
  @IsText(limits.passkey.name)
  name!: string;
}

export class PasskeyPath {
  @IsId()
  id!: string;
}

export class Passkey {
  id!: string;
  name!: string;
  /** Whether it is kept by more than one device. */
  synced!: boolean;
  createdAt!: string;
  lastUsedAt!: string | null;
}

export class PasskeyList {
  items!: Passkey[];
}
