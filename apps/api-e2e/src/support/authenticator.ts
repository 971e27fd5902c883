import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AddPasskey, PasskeyProof, PasskeyQuestion, PasskeyWish } from '@parley/contracts';

/** What an honest browser on an honest page says; tests change it. */
interface Circumstances {
  origin?: string;
  rpId?: string;
  type?: string;
  isVerified?: boolean;
  counter?: number;
  userHandle?: string;
}

const PRESENT = 1;
const VERIFIED = 4;
const WITH_KEY = 64;

/** A device that keeps one passkey and counts how often it is used. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;
  private userHandle = '';

  constructor(private readonly origin: string) {}

  make({ challenge, rpId, userHandle }: PasskeyWish, name = 'Phone', than: Circumstances = {}): AddPasskey {
    this.userHandle = userHandle;
    const data = this.authenticatorData({ rpId, ...than }, WITH_KEY);
    const attestationObject = map(
      [text('fmt'), text('none')],
      [text('attStmt'), map()],
      [text('authData'), bytes(Buffer.concat([data, this.keyData()]))],
    ).toString('base64url');
    const clientDataJSON = this.clientData(challenge, { type: 'webauthn.create', ...than });
    return { name, id: this.id, clientDataJSON, attestationObject, transports: ['internal'] };
  }

  show({ challenge, rpId }: PasskeyQuestion, than: Circumstances = {}): PasskeyProof {
    const data = this.authenticatorData({ rpId, ...than });
    const clientDataJSON = this.clientData(challenge, { type: 'webauthn.get', ...than });
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: this.id,
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      userHandle: (than.userHandle ?? this.userHandle) || undefined,
    };
  }

  private clientData(challenge: string, { origin = this.origin, type }: Circumstances): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
  }

  private authenticatorData({ rpId = '', isVerified = true, counter }: Circumstances, flags = 0): Buffer {
    this.counter += 1;
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags | PRESENT | (isVerified ? VERIFIED : 0));
    rest.writeUInt32BE(counter ?? this.counter, 1);
    return Buffer.concat([sha256(rpId), rest]);
  }

  private keyData(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = map(
      [number(1), number(2)],
      [number(3), number(-7)],
      [number(-1), number(1)],
      [number(-2), bytes(Buffer.from(x, 'base64url'))],
      [number(-3), bytes(Buffer.from(y, 'base64url'))],
    );
    const id = Buffer.from(this.id, 'base64url');
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
  }
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

// As much of CBOR as that needs.
function head(kind: number, length: number): Buffer {
  return length < 24 ? Buffer.from([(kind << 5) | length]) : Buffer.from([(kind << 5) | 24, length]);
}

function number(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, value.length), Buffer.from(value)]);
}

function map(...entries: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}
