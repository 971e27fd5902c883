import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_DAYS } from './sessions.service.js';

const NAME = 'refresh';

/** The cookie that holds the refresh token. Only the routes of `/api/auth` ever see it, no script does. */
@Injectable()
export class RefreshCookie {
  constructor(private readonly config: AppConfig) {}

  read({ cookies }: FastifyRequest): string | undefined {
    return cookies[NAME];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(NAME, token, { ...this.attributes, maxAge: SESSION_DAYS * 86_400 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.attributes);
  }

  private get attributes() {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'strict', path: '/api/auth', secure } as const;
  }
}
