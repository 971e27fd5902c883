import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { AddPasskey, Passkey, PasskeyList, PasskeyPath, PasskeyWish, RenamePasskey } from '@parley/contracts';
import { PasskeysService } from './passkeys.service.js';

/** Passkeys (WebAuthn) of the person who asks. */
@Controller('auth/passkeys')
@SessionOnly()
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  /** The oldest first. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<PasskeyList> {
    return this.passkeys.list(actor);
  }

  /** What a browser needs to make one. Needs a fresh proof. */
  @Post('options')
  @HttpCode(200)
  begin(@CurrentActor() actor: Actor): Promise<PasskeyWish> {
    return this.passkeys.begin(actor);
  }

  /** Adds what the browser has made: from here on it opens the account, without a password. Needs a fresh proof. */
  @Post()
  add(@Body() wish: AddPasskey, @CurrentActor() actor: Actor): Promise<Passkey> {
    return this.passkeys.add(actor, wish);
  }

  @Patch(':id')
  @HttpCode(204)
  rename(
    @Param() { id }: PasskeyPath,
    @Body() wish: RenamePasskey,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.passkeys.rename(id, wish, actor);
  }

  /** From here on it opens the account no more. Needs a fresh proof, and another way in. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Param() { id }: PasskeyPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.passkeys.remove(id, actor);
  }
}
