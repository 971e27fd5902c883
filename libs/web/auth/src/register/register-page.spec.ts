import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Authenticated, Problem } from '@parley/contracts';
import { Entrance, ErrorTexts, InstanceApi, ProblemError, ProvidersApi } from '@parley/web-core';
import { aMe, aProblem, provideKeysAsTexts } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { AuthApi } from '../auth-api';
import { RegisterPage } from './register-page';

async function setup({ refusal, hasAccounts = true }: { refusal?: Problem; hasAccounts?: boolean }) {
  const entered: (string | undefined)[] = [];
  const authenticated: Authenticated = { accessToken: 'token', expiresIn: 600, user: aMe() };
  const api: Partial<AuthApi> = {
    register: () => (refusal ? throwError(() => new ProblemError(refusal)) : of(authenticated)),
  };
  const instance = { name: 'Parley', version: '1', registration: 'open', hasAccounts };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      provideRouter([]),
      { provide: AuthApi, useValue: api },
      { provide: InstanceApi, useValue: { get: () => of(instance) } },
      { provide: ProvidersApi, useValue: { list: () => of([]) } },
      { provide: ErrorTexts, useValue: { of: (error: Error) => error.message } },
      {
        provide: Entrance,
        useValue: { enter: async (_: Authenticated, url?: string) => void entered.push(url) },
      },
    ],
  });
  const fixture = TestBed.createComponent(RegisterPage);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const inputs = await loader.getAllHarnesses(MatInputHarness);
  const fields = await loader.getAllHarnesses(MatFormFieldHarness);
  const button = await loader.getHarness(MatButtonHarness.with({ text: /ubmit/ }));
  const fill = async (...values: string[]) => {
    for (const [index, value] of values.entries()) {
      await inputs[index]?.setValue(value);
    }
    await button.click();
  };
  const errorsOf = async (index: number) => fields[index]?.getTextErrors();
  return { fixture, fill, errorsOf, inputs, entered };
}

const valid = ['Ann', 'ann', 'ann@example.org', 'a kettle full of tea'];

describe('RegisterPage', () => {
  it('leads whoever is first to the first steps', async () => {
    const { fill, entered } = await setup({ hasAccounts: false });

    await fill(...valid);

    expect(entered).toEqual(['/welcome']);
  });

  it('leads everybody else to where they wanted to go', async () => {
    const { fixture, fill, entered } = await setup({});
    fixture.componentRef.setInput('returnUrl', '/people');

    await fill(...valid);

    expect(entered).toEqual(['/people']);
  });

  it('marks the field that the server refuses, and keeps what was typed', async () => {
    const { fill, errorsOf, inputs, entered } = await setup({ refusal: aProblem('auth.username-taken') });

    await fill(...valid);

    expect(await errorsOf(1)).toEqual(['errors.auth.username-taken']);
    expect(await inputs[1]?.getValue()).toBe('ann');
    expect(entered).toEqual([]);
  });

  it.each([
    [1, ['Ann', 'an'], 'auth.errors.usernameShort'],
    [1, ['Ann', 'änn'], 'auth.errors.usernameCharacters'],
    [2, ['Ann', 'ann', 'nowhere'], 'auth.errors.email'],
    [3, ['Ann', 'ann', 'ann@example.org', 'short'], 'auth.errors.passwordShort'],
  ])('says in field %s what is wrong with %j', async (field, values, message) => {
    const { fill, errorsOf, entered } = await setup({});

    await fill(...values);

    expect(await errorsOf(field)).toContain(message);
    expect(entered).toEqual([]);
  });
});
