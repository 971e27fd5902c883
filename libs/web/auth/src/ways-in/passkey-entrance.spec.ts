import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Authenticated, PasskeyProof, PasskeyQuestion } from '@parley/contracts';
import {
  Authenticator,
  Entrance,
  ErrorTexts,
  PasskeyFailure,
  PasskeysApi,
  ProblemError,
} from '@parley/web-core';
import { aMe, aProblem, provideKeysAsTexts, settle } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { PasskeyEntrance } from './passkey-entrance';

const authenticated: Authenticated = { accessToken: 'token', expiresIn: 600, user: aMe() };
const question: PasskeyQuestion = { challenge: 'why', rpId: 'localhost' };
const proof: PasskeyProof = { id: 'key', clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' };

interface Wishes {
  show?: Authenticator['show'];
  isAvailable?: boolean;
  hasAutofill?: boolean;
  isRefused?: boolean;
}

async function setup({ isAvailable = true, hasAutofill = false, isRefused = false, show }: Wishes) {
  const entered: unknown[][] = [];
  const refused: string[] = [];
  const asked: boolean[] = [];
  const authenticator: Partial<Authenticator> = {
    isAvailable: () => isAvailable,
    hasAutofill: async () => hasAutofill,
    cancel: async () => undefined,
    show: (given, isAutofill = false) => {
      asked.push(isAutofill);
      return show ? show(given, isAutofill) : Promise.resolve(proof);
    },
  };
  const api: Partial<PasskeysApi> = {
    ask: () => of(question),
    signIn: () =>
      isRefused ? throwError(() => new ProblemError(aProblem('auth.passkey-invalid'))) : of(authenticated),
  };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: Authenticator, useValue: authenticator },
      { provide: PasskeysApi, useValue: api },
      { provide: ErrorTexts, useValue: { of: (error: Error) => error.message } },
      { provide: Entrance, useValue: { enter: async (...given: unknown[]) => void entered.push(given) } },
    ],
  });
  const fixture = TestBed.createComponent(PasskeyEntrance);
  fixture.componentRef.setInput('returnUrl', '/people');
  fixture.componentInstance.refused.subscribe((text) => refused.push(text));
  await settle();
  const button = (fixture.nativeElement as HTMLElement).querySelector('button');
  return { button, entered, refused, asked };
}

describe('PasskeyEntrance', () => {
  it('signs in by the button and goes where the person wanted to', async () => {
    const { button, entered, asked } = await setup({});

    button?.click();
    await settle();

    expect(asked).toEqual([false]);
    expect(entered).toEqual([[authenticated, '/people']]);
  });

  it('signs in with what is picked in the field of the user name', async () => {
    const { entered, asked } = await setup({ hasAutofill: true });

    expect(asked).toEqual([true]);
    expect(entered).toEqual([[authenticated, '/people']]);
  });

  it('is silent when nobody has asked for it and it cannot be', async () => {
    const { entered, refused } = await setup({
      hasAutofill: true,
      show: () => Promise.reject(new PasskeyFailure('failed', undefined)),
    });

    expect([entered, refused]).toEqual([[], []]);
  });

  it.each([
    ['cancelled', 'auth.waysIn.cancelled'],
    ['failed', 'auth.waysIn.failed'],
  ] as const)('says that it was %s', async (reason, text) => {
    const { button, refused } = await setup({
      show: () => Promise.reject(new PasskeyFailure(reason, undefined)),
    });

    button?.click();
    await settle();

    expect(refused).toEqual(['', text]);
  });

  it('says what the server does not take', async () => {
    const { button, entered, refused } = await setup({ isRefused: true });

    button?.click();
    await settle();

    expect(refused.at(-1)).toBe('This passkey does not open anything here');
    expect(entered).toEqual([]);
  });

  it('is not there where the browser has no passkeys', async () => {
    const { button } = await setup({ isAvailable: false });

    expect(button).toBeNull();
  });
});
