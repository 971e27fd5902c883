import { Controller, Get } from '@nestjs/common';
import { Public } from '@parley/api-core';
import { Instance } from '@parley/contracts';
import { InstanceService } from './instance.service.js';

@Controller('instance')
export class InstanceController {
  constructor(private readonly instance: InstanceService) {}

  /** What this server tells everybody about itself, before they sign in. */
  @Get()
  @Public()
  describe(): Promise<Instance> {
    return this.instance.describe();
  }
}
