import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AppConfig, derivedKey } from '@parley/api-core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** One thing that a browser keeps for us for a short while, and can neither read nor make up. */
export class CookieKind<Value extends object> {
  /** Only so that the type of the value belongs to the kind. */
  declare readonly value: Value;

  /** @param lax whether it must come along when another site leads back to us */
  constructor(
    readonly name: string,
    readonly seconds: number,
    readonly lax = false,
  ) {}
}

/** No script sees them, and none that was made for one kind is good for another. */
@Injectable()
export class SignedCookies {
  private readonly jwt: JwtService;

  constructor(private readonly config: AppConfig) {
    this.jwt = new JwtService({ secret: derivedKey(config, 'cookies') });
  }

  set<Value extends object>(reply: FastifyReply, kind: CookieKind<Value>, value: Value): void {
    const audience = kind.name;
    const signed = this.jwt.sign({ value }, { audience, algorithm: 'HS256', expiresIn: kind.seconds });
    void reply.setCookie(kind.name, signed, { ...this.attributesOf(kind), maxAge: kind.seconds });
  }

  /** Undefined when there is none that is good. */
  read<Value extends object>({ cookies }: FastifyRequest, kind: CookieKind<Value>): Value | undefined {
    try {
      const rules = { audience: kind.name, algorithms: ['HS256' as const] };
      return this.jwt.verify<{ value: Value }>(cookies[kind.name] ?? '', rules).value;
    } catch {
      // Too old, tampered with, or of another kind: as if there were none.
      return undefined;
    }
  }

  clear<Value extends object>(reply: FastifyReply, kind: CookieKind<Value>): void {
    void reply.clearCookie(kind.name, this.attributesOf(kind));
  }

  private attributesOf({ lax }: CookieKind<object>) {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: lax ? 'lax' : 'strict', path: '/api/auth', secure } as const;
  }
}
