import { type ExecutionContext, Inject, Injectable, Logger } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';

/** Limits requests. Commands over sockets are counted by `CommandLimits`, which is cheaper. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  @Inject(AppConfig)
  private readonly config!: AppConfig;

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    if (this.config.RATE_LIMITS === 'off') {
      new Logger('RateLimits').warn('RATE_LIMITS=off: anybody may try passwords as fast as they can');
    }
  }

  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return context.getType() !== 'http';
  }

  protected override async throwThrottlingException(
    _: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    throw new DomainError('request.rate-limited', { retryAfterMs: timeToBlockExpire * 1_000 });
  }
}
