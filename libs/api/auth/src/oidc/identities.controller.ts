import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { IdentityPath, LinkedIdentityList, SignInMethods } from '@parley/contracts';
import { WaysIn } from '../ways-in.js';
import { LinkedIdentities } from './linked-identities.js';

@Controller('auth')
@SessionOnly()
export class IdentitiesController {
  constructor(
    private readonly identities: LinkedIdentities,
    private readonly waysIn: WaysIn,
  ) {}

  /** How one comes into this account. */
  @Get('methods')
  methods(@CurrentActor() { userId }: Actor): Promise<SignInMethods> {
    return this.waysIn.of(userId);
  }

  /** The accounts elsewhere that open this account, the oldest first. */
  @Get('identities')
  list(@CurrentActor() actor: Actor): Promise<LinkedIdentityList> {
    return this.identities.list(actor);
  }

  /** From here on it opens the account no more. Needs a fresh proof, and another way in. */
  @Delete('identities/:id')
  @HttpCode(204)
  unlink(@Param() { id }: IdentityPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.identities.unlink(id, actor);
  }
}
