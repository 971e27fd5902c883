import { Matches, MaxLength } from 'class-validator';
import { INVITE_TOKEN_PATTERN } from '../invites/invites.dto.js';
import { limits } from '../limits.js';
import { IsId, IsText, MayBeAbsent } from '../validation/validators.js';

/** Somewhere else to sign in, which this server believes: an OpenID Connect provider. */
export class SignInProvider {
  /** As in the addresses below `/api/auth/oidc`. */
  id!: string;
  /** What people know it by. */
  name!: string;
}

export class SignInProviderList {
  items!: SignInProvider[];
}

export class ProviderPath {
  @Matches(/^[a-z0-9-]{1,32}$/, { message: 'must be the id of a provider' })
  provider!: string;
}

/** The query of `GET /auth/oidc/:provider`. */
export class SignInByProvider {
  /** Where to go afterwards: a path of the app. */
  @MayBeAbsent()
  @Matches(/^\/(?![/\\])/, { message: 'must be a path' })
  @MaxLength(500)
  returnUrl?: string;

  /** The token of an invite, for who makes an account by it. */
  @MayBeAbsent()
  @Matches(INVITE_TOKEN_PATTERN, { message: 'must be the token of an invite' })
  invite?: string;
}

/** The body of `POST /auth/oidc/finish`. */
export class FinishSignIn {
  /** Of the second factor: six digits, or a recovery code. */
  @IsText(limits.secondFactorCode)
  code!: string;
}

/** Where the browser is to go next: a page of the provider. */
export class ProviderAddress {
  url!: string;
}

/** An account elsewhere that opens the account here. */
export class LinkedIdentity {
  id!: string;
  /** The id of the provider, or null when this server does not know it any more. */
  provider!: string | null;
  /** The name of the provider, or its address when this server does not know it any more. */
  name!: string;
  /** What the provider calls the address of the person; empty if it tells none. */
  email!: string;
  createdAt!: string;
  lastUsedAt!: string;
}

export class LinkedIdentityList {
  items!: LinkedIdentity[];
}

export class IdentityPath {
  @IsId()
  id!: string;
}

/** How one comes into this account. The last of them cannot be taken away. */
export class SignInMethods {
  /** Whether there is a password. */
  password!: boolean;
  /** How many passkeys there are. */
  passkeys!: number;
  /** How many identities of providers that this server knows are linked. */
  identities!: number;
}
