import { randomUUID } from 'node:crypto';
import { everybody, type Routes, signedIn, UNKNOWN } from './roles.js';

const PASSKEY = { id: 'x', clientDataJSON: 'x' };
const SHOWN = { ...PASSKEY, authenticatorData: 'x', signature: 'x' };

/** What is about accounts, and who may. Signing out is the last line of the whole table. */
export const authRoutes: Routes = {
  'POST /api/auth/register': {
    call: (who) => who.post('/api/auth/register', {}),
    expected: everybody('request.invalid'),
  },
  'POST /api/auth/login': {
    call: (who) => who.post('/api/auth/login', { login: 'nobody', password: 'nothing at all' }),
    expected: everybody('auth.invalid-credentials'),
  },
  'POST /api/auth/refresh': { call: (who) => who.post('/api/auth/refresh'), expected: everybody(UNKNOWN) },
  'POST /api/auth/password': {
    call: (who) =>
      who.post('/api/auth/password', { currentPassword: 'not this one', newPassword: 'something else 17' }),
    expected: signedIn('auth.invalid-credentials'),
  },
  'POST /api/auth/password/forgot': {
    call: (who) => who.post('/api/auth/password/forgot', { email: 'nobody@example.org' }),
    expected: everybody(202),
  },
  'POST /api/auth/password/reset': {
    call: (who) =>
      who.post('/api/auth/password/reset', { token: 'x'.repeat(43), newPassword: 'something else 17' }),
    expected: everybody('auth.link-invalid'),
  },
  'POST /api/auth/email/verify': {
    call: (who) => who.post('/api/auth/email/verify', { token: 'x'.repeat(43) }),
    expected: everybody('auth.link-invalid'),
  },
  'POST /api/auth/email/verify/resend': {
    call: (who) => who.post('/api/auth/email/verify/resend'),
    expected: signedIn(202),
  },
  'POST /api/auth/email': {
    call: (who) => who.post('/api/auth/email', { email: `${randomUUID()}@example.org` }),
    expected: signedIn(202),
  },
  'POST /api/auth/reauth': {
    call: (who) => who.post('/api/auth/reauth', { password: 'not this one' }),
    expected: signedIn('auth.invalid-credentials'),
  },
  'GET /api/auth/tokens': { call: (who) => who.get('/api/auth/tokens'), expected: signedIn(200) },
  'POST /api/auth/tokens': {
    call: (who) => who.post('/api/auth/tokens', { name: 'bot', scopes: ['read'] }),
    expected: signedIn(201),
  },
  'DELETE /api/auth/tokens/{id}': {
    call: (who) => who.delete(`/api/auth/tokens/${randomUUID()}`),
    expected: signedIn('auth.personal-token-not-found'),
  },
  'POST /api/auth/two-factor': { call: (who) => who.post('/api/auth/two-factor'), expected: signedIn(200) },
  'POST /api/auth/two-factor/enable': {
    call: (who) => who.post('/api/auth/two-factor/enable', { code: '000000' }),
    expected: signedIn('auth.second-factor-invalid'),
  },
  'DELETE /api/auth/two-factor': {
    call: (who) => who.delete('/api/auth/two-factor', { password: 'not this one' }),
    expected: signedIn('auth.invalid-credentials'),
  },
  'GET /api/auth/providers': { call: (who) => who.get('/api/auth/providers'), expected: everybody(200) },
  'GET /api/auth/oidc/{provider}': {
    call: (who) => who.get('/api/auth/oidc/company?returnUrl=//elsewhere'),
    expected: everybody('request.invalid'),
  },
  'GET /api/auth/oidc/{provider}/callback': {
    call: (who) => who.get('/api/auth/oidc/NONE/callback'),
    expected: everybody('request.invalid'),
  },
  'POST /api/auth/oidc/finish': {
    call: (who) => who.post('/api/auth/oidc/finish', { code: '000000' }),
    expected: everybody('auth.sign-in-expired'),
  },
  'POST /api/auth/oidc/{provider}/link': {
    call: (who) => who.post('/api/auth/oidc/company/link'),
    expected: signedIn('auth.provider-unknown'),
  },
  'POST /api/auth/oidc/{provider}/reauth': {
    call: (who) => who.post('/api/auth/oidc/company/reauth'),
    expected: signedIn('auth.provider-unknown'),
  },
  'GET /api/auth/methods': { call: (who) => who.get('/api/auth/methods'), expected: signedIn(200) },
  'GET /api/auth/identities': { call: (who) => who.get('/api/auth/identities'), expected: signedIn(200) },
  'DELETE /api/auth/identities/{id}': {
    call: (who) => who.delete(`/api/auth/identities/${randomUUID()}`),
    expected: signedIn('auth.identity-not-found'),
  },
  'GET /api/auth/passkeys': { call: (who) => who.get('/api/auth/passkeys'), expected: signedIn(200) },
  'POST /api/auth/passkeys/options': {
    call: (who) => who.post('/api/auth/passkeys/options'),
    expected: signedIn(200),
  },
  'POST /api/auth/passkeys': {
    call: (who) => who.post('/api/auth/passkeys', { ...PASSKEY, name: 'Phone', attestationObject: 'x' }),
    expected: signedIn('auth.passkey-invalid'),
  },
  'PATCH /api/auth/passkeys/{id}': {
    call: (who) => who.patch(`/api/auth/passkeys/${randomUUID()}`, { name: 'Phone' }),
    expected: signedIn('auth.passkey-not-found'),
  },
  'DELETE /api/auth/passkeys/{id}': {
    call: (who) => who.delete(`/api/auth/passkeys/${randomUUID()}`),
    expected: signedIn('auth.passkey-not-found'),
  },
  'POST /api/auth/passkeys/sign-in/options': {
    call: (who) => who.post('/api/auth/passkeys/sign-in/options'),
    expected: everybody(200),
  },
  'POST /api/auth/passkeys/sign-in': {
    call: (who) => who.post('/api/auth/passkeys/sign-in', SHOWN),
    expected: everybody('auth.passkey-invalid'),
  },
  'POST /api/auth/passkeys/reauth': {
    call: (who) => who.post('/api/auth/passkeys/reauth', SHOWN),
    expected: signedIn('auth.passkey-invalid'),
  },
  'GET /api/auth/sessions': { call: (who) => who.get('/api/auth/sessions'), expected: signedIn(200) },
  'DELETE /api/auth/sessions': { call: (who) => who.delete('/api/auth/sessions'), expected: signedIn(204) },
  'DELETE /api/auth/sessions/{id}': {
    call: (who, { sessionId }) => who.delete(`/api/auth/sessions/${sessionId}`),
    expected: signedIn('auth.session-not-found'),
  },
};
