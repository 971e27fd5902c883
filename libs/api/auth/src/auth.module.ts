import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveSessions, PersonalTokens } from '@parley/api-core';
import { MailModule } from '@parley/api-mail';
import { UsersModule } from '@parley/api-users';
import { AccountChanges } from './account-changes.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Credentials } from './credentials.js';
import { FreshProof } from './fresh-proof.js';
import { InstanceController } from './instance.controller.js';
import { InstanceService } from './instance.service.js';
import { NewAccounts } from './new-accounts.js';
import { IdentitiesController } from './oidc/identities.controller.js';
import { LinkedIdentities } from './oidc/linked-identities.js';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcExchange } from './oidc/oidc-exchange.js';
import { OidcIdentityEntity } from './oidc/oidc-identity.entity.js';
import { OidcIdentityRepository } from './oidc/oidc-identity.repository.js';
import { OidcReturns } from './oidc/oidc-returns.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcService } from './oidc/oidc.service.js';
import { ProviderAccounts } from './oidc/provider-accounts.js';
import { ProviderSignIn } from './oidc/provider-sign-in.js';
import { NewPasskeys } from './passkeys/new-passkeys.js';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity.js';
import { PasskeyChallenges } from './passkeys/passkey-challenges.js';
import { PasskeyEntity } from './passkeys/passkey.entity.js';
import { PasskeyRepository } from './passkeys/passkey.repository.js';
import { PasskeySignIn } from './passkeys/passkey-sign-in.js';
import { PasskeySignInController } from './passkeys/passkey-sign-in.controller.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { ShownPasskeys } from './passkeys/shown-passkeys.js';
import { PasswordChange } from './password-change.js';
import { Passwords } from './passwords.js';
import { AccountMails } from './recovery/account-mails.js';
import { EmailChangeService } from './recovery/email-change.service.js';
import { EmailVerificationService } from './recovery/email-verification.service.js';
import { ForgottenPasswordsService } from './recovery/forgotten-passwords.service.js';
import { OneTimeTokenEntity } from './recovery/one-time-token.entity.js';
import { OneTimeTokenRepository } from './recovery/one-time-token.repository.js';
import { OneTimeTokens } from './recovery/one-time-tokens.js';
import { PasswordResetService } from './recovery/password-reset.service.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshTokens } from './refresh-tokens.js';
import { RegistrationGate } from './registration-gate.js';
import { RegistrationService } from './registration.service.js';
import { SessionCache } from './session-cache.js';
import { SessionEntity } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsGateway } from './sessions.gateway.js';
import { SignedCookies } from './signed-cookies.js';
import { SignInLimits } from './sign-in-limits.js';
import { SessionsService } from './sessions.service.js';
import { KeptTokens } from './tokens/kept-tokens.js';
import { PersonalTokenEntity } from './tokens/personal-token.entity.js';
import { PersonalTokenRepository } from './tokens/personal-token.repository.js';
import { PersonalTokensController } from './tokens/personal-tokens.controller.js';
import { PersonalTokensService } from './tokens/personal-tokens.service.js';
import { ChangeTwoFactor } from './two-factor/change-two-factor.service.js';
import { SealedSecrets } from './two-factor/sealed-secrets.js';
import { SecondFactor } from './two-factor/second-factor.js';
import { TwoFactorController } from './two-factor/two-factor.controller.js';
import { TwoFactorEntity } from './two-factor/two-factor.entity.js';
import { TwoFactorRepository } from './two-factor/two-factor.repository.js';
import { TwoFactorService } from './two-factor/two-factor.service.js';
import { WayRemoval } from './way-removal.js';
import { WaysIn } from './ways-in.js';

/** Global, because the guard of every route asks it which sessions are open. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      OidcIdentityEntity,
      OneTimeTokenEntity,
      PasskeyChallengeEntity,
      PasskeyEntity,
      PersonalTokenEntity,
      SessionEntity,
      TwoFactorEntity,
    ]),
    MailModule,
    UsersModule,
  ],
  controllers: [
    AuthController,
    IdentitiesController,
    InstanceController,
    OidcController,
    PasskeySignInController,
    PasskeysController,
    PersonalTokensController,
    RecoveryController,
    SessionsController,
    TwoFactorController,
  ],
  providers: [
    AccountChanges,
    AccountMails,
    AuthService,
    Credentials,
    EmailChangeService,
    EmailVerificationService,
    ForgottenPasswordsService,
    FreshProof,
    InstanceService,
    LinkedIdentities,
    NewAccounts,
    OidcClients,
    OidcExchange,
    OidcIdentityRepository,
    OidcReturns,
    OidcService,
    OneTimeTokenRepository,
    OneTimeTokens,
    NewPasskeys,
    PasskeyChallenges,
    PasskeyRepository,
    PasskeySignIn,
    PasskeysService,
    PasswordChange,
    PasswordResetService,
    Passwords,
    PersonalTokenRepository,
    PersonalTokensService,
    ProviderAccounts,
    ProviderSignIn,
    RefreshCookie,
    RefreshTokens,
    RegistrationGate,
    RegistrationService,
    RelyingParty,
    SessionRepository,
    SessionsGateway,
    SessionsService,
    ShownPasskeys,
    SignInLimits,
    SignedCookies,
    ChangeTwoFactor,
    SealedSecrets,
    SecondFactor,
    TwoFactorRepository,
    TwoFactorService,
    WayRemoval,
    WaysIn,
    { provide: ActiveSessions, useClass: SessionCache },
    { provide: PersonalTokens, useClass: KeptTokens },
  ],
  exports: [ActiveSessions, FreshProof, PersonalTokens],
})
export class AuthModule {}
