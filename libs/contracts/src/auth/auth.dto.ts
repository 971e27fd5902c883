import { Transform } from 'class-transformer';
import { IsEmail, IsString, Length, Matches, MaxLength } from 'class-validator';
import { INVITE_TOKEN_PATTERN } from '../invites/invites.dto.js';
import { limits, tokenScopes, USERNAME_PATTERN } from '../limits.js';
import { Me } from '../users/users.dto.js';
import { IsId, IsListOf, IsText, IsTime, MayBeAbsent } from '../validation/validators.js';

/** Names and addresses are the same whatever their case, so they are kept in lower case. */
const Lowered = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.normalize('NFKC').trim().toLowerCase() : value,
  );

/** The body of `POST /auth/register`. */
export class Register {
  @Lowered()
  @IsString()
  @Length(limits.username.min, limits.username.max)
  @Matches(USERNAME_PATTERN, { message: 'may have letters a to z, digits, and _ . -' })
  username!: string;

  @Lowered()
  @IsEmail()
  @MaxLength(limits.email.max)
  email!: string;

  /** How strong it must be is checked by the service, which answers `auth.password-too-weak`. */
  @IsText(1_000)
  password!: string;

  @MayBeAbsent()
  @IsText(limits.user.displayName)
  displayName?: string;

  /** The token of an invite: whoever registers by it is in its room from the start. */
  @MayBeAbsent()
  @Matches(INVITE_TOKEN_PATTERN, { message: 'must be the token of an invite' })
  invite?: string;
}

/** The body of `POST /auth/login`. */
export class Login {
  /** The user name or the e-mail address. */
  @Lowered()
  @IsText(limits.email.max)
  login!: string;

  @IsText(1_000)
  password!: string;

  /** Of the second factor, for whoever has one: six digits, or a recovery code. */
  @MayBeAbsent()
  @IsText(limits.secondFactorCode)
  code?: string;
}

/** The body of `POST /auth/password`. */
export class ChangePassword {
  @IsText(1_000)
  currentPassword!: string;

  @IsText(1_000)
  newPassword!: string;
}

/** A secret that came in a mail, as it stands at the end of its link. */
const IsMailedToken = (): PropertyDecorator =>
  Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'must be the end of a link out of a mail' });

/** The body of `POST /auth/password/forgot`. */
export class ForgotPassword {
  @Lowered()
  @IsEmail()
  @MaxLength(limits.email.max)
  email!: string;
}

/** The body of `POST /auth/password/reset`. */
export class ResetPassword {
  @IsMailedToken()
  token!: string;

  @IsText(1_000)
  newPassword!: string;
}

/** The body of `POST /auth/email`. */
export class ChangeEmail {
  @Lowered()
  @IsEmail()
  @MaxLength(limits.email.max)
  email!: string;
}

/** The body of `POST /auth/email/verify`. */
export class VerifyEmail {
  @IsMailedToken()
  token!: string;
}

/** What an authenticator app needs; shown until it is confirmed by a code. */
export class TwoFactorSecret {
  /** In base 32, to be typed. */
  secret!: string;
  /** For a QR code. */
  otpauthUrl!: string;
}

/** The body of `POST /auth/two-factor/enable`. */
export class EnableTwoFactor {
  /** The six digits that the app shows now. */
  @Matches(/^\d{6}$/, { message: 'must be six digits' })
  code!: string;
}

export class RecoveryCodes {
  /** Each good for one sign-in without the app. Shown this once. */
  recoveryCodes!: string[];
}

/** The body of `DELETE /auth/two-factor`. */
export class DisableTwoFactor {
  /** Without it one must have shown lately who one is, by whichever way one signs in. */
  @MayBeAbsent()
  @IsText(1_000)
  password?: string;
}

/** The body of `POST /auth/reauth`. */
export class Reauthenticate {
  @IsText(1_000)
  password!: string;
}

/** Signed in. The refresh token travels in a cookie that scripts cannot read. */
export class Authenticated {
  accessToken!: string;
  /** Seconds until the access token ends. */
  expiresIn!: number;
  user!: Me;
}

/** One signed-in browser or program. */
export class Session {
  id!: string;
  /** Whether it is the one that asks. */
  current!: boolean;
  userAgent!: string;
  ip!: string;
  createdAt!: string;
  lastSeenAt!: string;
}

export class SessionList {
  items!: Session[];
}

export class SessionPath {
  @IsId()
  id!: string;
}

/** What a personal access token is good for: to read, or to do whatever a person can do besides their account. */
export type TokenScope = (typeof tokenScopes)[number];

/** The body of `POST /auth/tokens`. */
export class CreateToken {
  /** For the person who makes it, to know it again. */
  @IsText(limits.token.name)
  name!: string;

  @IsListOf(tokenScopes)
  scopes!: TokenScope[];

  /** In the future; a token without it is good until it is taken back. */
  @MayBeAbsent()
  @IsTime()
  expiresAt?: string;
}

/** The one time that a token is shown. */
export class CreatedToken {
  id!: string;
  token!: string;
}

/** A personal access token as its owner sees it later. */
export class PersonalToken {
  id!: string;
  name!: string;
  scopes!: TokenScope[];
  createdAt!: string;
  lastUsedAt!: string | null;
  expiresAt!: string | null;
}

export class PersonalTokenList {
  items!: PersonalToken[];
}

export class TokenPath {
  @IsId()
  id!: string;
}

/** The payload of `auth:refresh`: a new access token for the same session. */
export class RefreshSocket {
  @IsString()
  @MaxLength(4_096)
  token!: string;
}

export class SocketRefreshed {
  /** Seconds until the socket needs the next token. */
  expiresIn!: number;
}

/** One minute before the socket's token ends. */
export class AuthExpiring {
  inSeconds!: number;
}

/** The server ends the socket right after this. */
export class SessionClosed {
  reason!: 'server-restart' | 'auth-expired' | 'auth-revoked' | 'slow-consumer' | 'rate-limited';
}
