import { userEntities } from '@parley/api-users/testing';
import { OidcIdentityEntity } from './oidc/oidc-identity.entity.js';
import { OneTimeTokenEntity } from './recovery/one-time-token.entity.js';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity.js';
import { PasskeyEntity } from './passkeys/passkey.entity.js';
import { SessionEntity } from './session.entity.js';
import { PersonalTokenEntity } from './tokens/personal-token.entity.js';
import { TwoFactorEntity } from './two-factor/two-factor.entity.js';

export const authEntities = [
  ...userEntities,
  OidcIdentityEntity,
  OneTimeTokenEntity,
  PasskeyChallengeEntity,
  PasskeyEntity,
  PersonalTokenEntity,
  SessionEntity,
  TwoFactorEntity,
];
