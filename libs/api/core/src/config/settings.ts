import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { MayBeAbsent } from '@parley/contracts';
import { IsOidcProviders, type OidcProvider, toOidcProviders } from './oidc-providers.js';
import { IsTrustedProxies, toTrustedProxies, type TrustedProxies } from './trusted-proxies.js';

const webAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** What may be set in the environment or in `.env`. Everything is optional: without any setting Parley just runs. */
export class Settings {
  @IsIn(['development', 'test', 'production'])
  readonly NODE_ENV: string = 'production';

  /** The address to listen on; the default takes connections from every network. */
  @IsString()
  readonly HOST: string = '0.0.0.0';

  /** 0 takes any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  /** Where people open the app, by default this machine. Sockets and cookies from anywhere else are refused. */
  @IsUrl(webAddress, { message: 'must be an http:// or https:// address' })
  readonly PUBLIC_URL!: string;

  /** Where everything is kept that must outlive the process. A relative path starts at the working directory. */
  @IsString()
  readonly DATA_DIR: string = 'data';

  /** A PostgreSQL of one's own; without it Parley runs one in `DATA_DIR/postgres`. */
  @MayBeAbsent()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgres:// address' })
  readonly DATABASE_URL?: string;

  /** Connections that this process may hold to PostgreSQL. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(500)
  readonly DATABASE_POOL: number = 10;

  /** Connects several API processes with each other. One process needs none. */
  @MayBeAbsent()
  @Matches(/^rediss?:\/\//, { message: 'must be a redis:// address' })
  readonly REDIS_URL?: string;

  /** Signs the access tokens. Changing it signs everybody out. Made on the first start if it is missing. */
  @MayBeAbsent()
  @IsString()
  @MinLength(32)
  readonly JWT_SECRET?: string;

  /** Whether new people may make themselves an account; `invite`: by the link of a room. The first one can always be made. */
  @IsIn(['open', 'invite', 'closed'])
  readonly REGISTRATION: 'open' | 'invite' | 'closed' = 'open';

  /** Where else people may sign in: a JSON list of OpenID Connect providers. */
  @Transform(({ value }) => toOidcProviders(value))
  @IsOidcProviders()
  readonly OIDC_PROVIDERS: readonly OidcProvider[] = [];

  /** `off` is for benchmarks: anybody may then try passwords as fast as the machine allows. */
  @IsIn(['on', 'off'])
  readonly RATE_LIMITS: 'on' | 'off' = 'on';

  /** Megabytes of files that each person may keep here. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly FILE_QUOTA_MB: number = 10_240;

  /** A bucket of an S3-compatible store that keeps the files; without it they are in `DATA_DIR/files`. */
  @MayBeAbsent()
  @IsString()
  readonly S3_BUCKET?: string;

  /** Where the store is, unless it is Amazon's. */
  @MayBeAbsent()
  @IsUrl(webAddress, { message: 'must be an http:// or https:// address' })
  readonly S3_ENDPOINT?: string;

  @IsString()
  readonly S3_REGION: string = 'us-east-1';

  /** Without keys those are taken that the machine has been lent. */
  @MayBeAbsent()
  @IsString()
  readonly S3_ACCESS_KEY_ID?: string;

  @MayBeAbsent()
  @IsString()
  readonly S3_SECRET_ACCESS_KEY?: string;

  /** Where mail is handed in; without it every mail becomes a file in `DATA_DIR/mail`. */
  @MayBeAbsent()
  @Matches(/^smtps?:\/\//, { message: 'must be an smtp:// or smtps:// address' })
  readonly SMTP_URL?: string;

  /** Who mail comes from: an address, or a name with an address in angle brackets. */
  @Matches(/^(?:[^<>@\p{Cc}]{0,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, {
    message: 'must be an address such as Parley <parley@example.org>',
  })
  readonly MAIL_FROM: string = 'Parley <parley@localhost>';

  /** The key by which services that wake browsers know this server; without it, it is made from `JWT_SECRET`. */
  @MayBeAbsent()
  @Matches(/^B[\w-]{86}$/, { message: 'must be a public VAPID key, base64url' })
  readonly VAPID_PUBLIC?: string;

  @MayBeAbsent()
  @Matches(/^[\w-]{43}$/, { message: 'must be a private VAPID key, base64url' })
  readonly VAPID_PRIVATE?: string;

  /** `any` is for tests: the server may then be made to send to addresses in its own network. */
  @IsIn(['public', 'any'])
  readonly PUSH_ENDPOINTS: 'public' | 'any' = 'public';

  /** Whoever sends it as a bearer token may read `/metrics`; without it nobody may. */
  @MayBeAbsent()
  @IsString()
  @MinLength(16)
  readonly METRICS_TOKEN?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly LOG_LEVEL: string = 'info';

  /** Proxies whose `X-Forwarded-*` is believed: how many there are in a row, or their addresses. */
  @Transform(({ value }) => toTrustedProxies(value))
  @IsTrustedProxies()
  readonly TRUST_PROXY: TrustedProxies = 0;
}
