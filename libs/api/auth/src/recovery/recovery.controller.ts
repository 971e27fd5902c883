import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { type Actor, CurrentActor, Public, SessionOnly } from '@parley/api-core';
import { ChangeEmail, ForgotPassword, ResetPassword, VerifyEmail } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { clientOf } from '../client.js';
import { EmailChangeService } from './email-change.service.js';
import { EmailVerificationService } from './email-verification.service.js';
import { ForgottenPasswordsService } from './forgotten-passwords.service.js';
import { PasswordResetService } from './password-reset.service.js';

/** What people do by links that are mailed to them. */
@Controller('auth')
@SessionOnly()
export class RecoveryController {
  constructor(
    private readonly forgotten: ForgottenPasswordsService,
    private readonly passwords: PasswordResetService,
    private readonly emailChange: EmailChangeService,
    private readonly emails: EmailVerificationService,
  ) {}

  /** Mails a link by which a new password can be chosen. The answer is the same for addresses that nobody has. */
  @Post('password/forgot')
  @Public()
  @HttpCode(202)
  forgot(@Body() wish: ForgotPassword, @Req() request: FastifyRequest): Promise<void> {
    return this.forgotten.forgot(wish, clientOf(request));
  }

  /** Sets a new password by the link of a mail, and signs out everywhere. */
  @Post('password/reset')
  @Public()
  @HttpCode(204)
  reset(@Body() wish: ResetPassword): Promise<void> {
    return this.passwords.reset(wish);
  }

  /** Confirms an e-mail address, also one that takes the place of another, by the link of a mail. */
  @Post('email/verify')
  @Public()
  @HttpCode(204)
  verify(@Body() link: VerifyEmail): Promise<void> {
    return this.emails.verify(link);
  }

  /** Mails a link to another address, which becomes that of the account when it is followed. Needs a fresh proof. */
  @Post('email')
  @HttpCode(202)
  changeEmail(@Body() wish: ChangeEmail, @CurrentActor() actor: Actor): Promise<void> {
    return this.emailChange.ask(wish, actor);
  }

  /** Mails that link once more, unless the address is confirmed. */
  @Post('email/verify/resend')
  @HttpCode(202)
  resend(@CurrentActor() actor: Actor): Promise<void> {
    return this.emails.askAgain(actor);
  }
}
