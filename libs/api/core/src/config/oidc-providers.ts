import { plainToInstance } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength, ValidateBy, validateSync } from 'class-validator';
import { MayBeAbsent } from '@parley/contracts';

/** An OpenID Connect provider that people may sign in with. */
export class OidcProvider {
  /** In addresses, so it must not change once people have signed in by it. */
  @Matches(/^[a-z0-9-]{1,32}$/)
  readonly id!: string;

  /** On the button. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly name!: string;

  /** As the provider itself writes it. Plain http is for a provider on this machine alone. */
  @Matches(/^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/[^\s?#]*)?)$/)
  readonly issuer!: string;

  @IsString()
  @MinLength(1)
  readonly clientId!: string;

  /** Without it this server is a public client. */
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  readonly clientSecret?: string;

  @Matches(/^openid( \S+)*$/)
  readonly scope: string = 'openid email profile';
}

/** A JSON list. What is none stays as it is, and is refused. */
export function toOidcProviders(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    const list = JSON.parse(value) as unknown;
    return Array.isArray(list)
      ? list.map((item) => plainToInstance(OidcProvider, item, { exposeDefaultValues: true }))
      : value;
  } catch {
    // The error of the parser would show a part of the value, which has secrets.
    return value;
  }
}

export function IsOidcProviders(): PropertyDecorator {
  return ValidateBy({
    name: 'isOidcProviders',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every(isProvider) && areDifferent(value),
      defaultMessage: () =>
        'must be a JSON list of providers, each with its own id, and with name, issuer (https), clientId and, if it has one, clientSecret',
    },
  });
}

function isProvider(value: unknown): boolean {
  const rules = { whitelist: true, forbidNonWhitelisted: true };
  return value instanceof OidcProvider && validateSync(value, rules).length === 0;
}

function areDifferent(providers: readonly OidcProvider[]): boolean {
  const different = (of: (provider: OidcProvider) => string) =>
    new Set(providers.map(of)).size === providers.length;
  return different(({ id }) => id) && different(({ issuer }) => issuer);
}
