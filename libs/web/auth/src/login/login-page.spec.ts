import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Authenticated, Login } from '@parley/contracts';
import {
  Entrance,
  ErrorTexts,
  InstanceApi,
  PasskeysApi,
  ProblemError,
  ProvidersApi,
  Session,
} from '@parley/web-core';
import { aMe, aProblem, provideKeysAsTexts } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { AuthApi } from '../auth-api';
import { LoginPage } from './login-page';

const authenticated: Authenticated = { accessToken: 'token', expiresIn: 600, user: aMe() };

async function setup({ isRight = true, hasSecondFactor = false, ended = null as 'revoked' | null } = {}) {
  const sent: Login[] = [];
  const entered: [Authenticated, string | undefined][] = [];
  const api: Partial<AuthApi> = {
    login: (credentials) => {
      sent.push(credentials);
      if (hasSecondFactor && credentials.code === undefined) {
        return throwError(() => new ProblemError(aProblem('auth.second-factor-required')));
      }
      return isRight
        ? of(authenticated)
        : throwError(() => new ProblemError(aProblem('auth.invalid-credentials')));
    },
  };
  const instance = { name: 'Parley', version: '1', registration: 'open', hasAccounts: true };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      provideRouter([]),
      { provide: AuthApi, useValue: api },
      { provide: InstanceApi, useValue: { get: () => of(instance) } },
      { provide: PasskeysApi, useValue: {} },
      { provide: ProvidersApi, useValue: { list: () => of([{ id: 'company', name: 'Company' }]) } },
      { provide: Session, useValue: { ended: signal(ended) } },
      {
        provide: ErrorTexts,
        useValue: { of: (error: Error) => error.message, ofCode: (code: string) => `text of ${code}` },
      },
      {
        provide: Entrance,
        useValue: {
          enter: async (...given: [Authenticated, string | undefined]) => void entered.push(given),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(LoginPage);
  fixture.componentRef.setInput('returnUrl', '/people');
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const [login, password] = await loader.getAllHarnesses(MatInputHarness);
  const button = await loader.getHarness(MatButtonHarness.with({ text: 'auth.login.submit' }));
  const type = async (index: number, text: string) =>
    (await loader.getAllHarnesses(MatInputHarness))[index]?.setValue(text);
  return { fixture, type, login, password, button, sent, entered };
}

function textOf(fixture: ComponentFixture<unknown>, selector: string): string | undefined {
  const element = fixture.nativeElement as HTMLElement;
  return element.querySelector(selector)?.textContent.trim();
}

describe('LoginPage', () => {
  it('signs in and goes where the person wanted to', async () => {
    const { login, password, button, sent, entered } = await setup();

    await login?.setValue('ann');
    await password?.setValue('secret');
    await button.click();

    expect(sent).toEqual([{ login: 'ann', password: 'secret' }]);
    expect(entered).toEqual([[authenticated, '/people']]);
  });

  it('asks for the code of a second factor, and signs in with it', async () => {
    const { type, button, sent, entered } = await setup({ hasSecondFactor: true });
    await type(0, 'ann');
    await type(1, 'secret');
    await button.click();
    expect(entered).toEqual([]);

    await button.click();
    await type(2, '123456');
    await button.click();

    expect(sent).toEqual([
      { login: 'ann', password: 'secret' },
      { login: 'ann', password: 'secret', code: '123456' },
    ]);
    expect(entered).toHaveLength(1);
  });

  it('says what is missing, and asks the server nothing', async () => {
    const { fixture, button, sent } = await setup();

    await button.click();

    expect(textOf(fixture, 'mat-error')).toBe('auth.login.loginMissing');
    expect(sent).toEqual([]);
  });

  it('says that it was refused, and keeps what was typed', async () => {
    const { fixture, login, password, button, entered } = await setup({ isRight: false });

    await login?.setValue('ann');
    await password?.setValue('wrong');
    await button.click();

    expect(textOf(fixture, '[role=alert]')).toBe('The name or the password is wrong');
    expect(await login?.getValue()).toBe('ann');
    expect(entered).toEqual([]);
  });

  it('offers the providers, and says why one of them led back', async () => {
    const { fixture } = await setup();
    fixture.componentRef.setInput('problem', 'auth.provider-refused');
    await fixture.whenStable();

    const link = (fixture.nativeElement as HTMLElement).querySelector('a[href^="/api"]');
    expect(link?.getAttribute('href')).toBe('/api/auth/oidc/company?returnUrl=%2Fpeople');
    expect(textOf(fixture, '[role=alert]')).toBe('text of auth.provider-refused');
  });

  it('asks whom a provider has signed in for the second factor alone', async () => {
    const { fixture } = await setup();
    fixture.componentRef.setInput('step', 'code');
    await fixture.whenStable();

    expect((fixture.nativeElement as HTMLElement).querySelectorAll('input')).toHaveLength(1);
    expect(textOf(fixture, 'h1')).toBe('auth.secondStep.title');
  });

  it('says why somebody has to sign in again', async () => {
    const { fixture } = await setup({ ended: 'revoked' });

    expect(textOf(fixture, '[role=status]')).toBe('auth.login.ended.revoked');
  });
});
