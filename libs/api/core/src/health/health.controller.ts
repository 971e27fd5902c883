import { Controller, Get } from '@nestjs/common';
import { Health } from '@parley/contracts';
import { SkipThrottle } from '@nestjs/throttler';
import { Public } from '../auth/auth.guard.js';
import { HealthService } from './health.service.js';

/** For whatever watches the server, and for the proxy that decides whom to ask. */
@Controller('health')
@Public()
@SkipThrottle()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return this.health.live();
  }

  /** The process can do its work: it reaches what it needs, and is not about to stop. */
  @Get('ready')
  ready(): Promise<Health> {
    return this.health.ready();
  }
}
