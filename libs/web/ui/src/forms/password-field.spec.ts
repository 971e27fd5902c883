import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required } from '@angular/forms/signals';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { describe, expect, it } from '@jest/globals';
import { provideKeysAsTexts } from '@parley/web-testing';
import { PasswordField } from './password-field';

async function setup() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const model = signal({ password: '' });
  const { password } = TestBed.runInInjectionContext(() =>
    form(model, (path) => required(path.password, { message: 'missing' })),
  );
  const fixture = TestBed.createComponent(PasswordField);
  fixture.componentRef.setInput('field', password);
  fixture.componentRef.setInput('label', 'Password');
  fixture.componentRef.setInput('autocomplete', 'new-password');
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const box = await loader.getHarness(MatInputHarness);
  return { model, loader, box };
}

describe('PasswordField', () => {
  it('hides what is typed until somebody wants to see it', async () => {
    const { model, loader, box } = await setup();
    await box.setValue('secret');
    expect(await box.getType()).toBe('password');

    await (await loader.getHarness(MatButtonHarness)).click();

    expect(await box.getType()).toBe('text');
    expect(model()).toEqual({ password: 'secret' });
  });

  it('says what is wrong once somebody was there', async () => {
    const { loader, box } = await setup();
    const field = await loader.getHarness(MatFormFieldHarness);
    expect(await field.getTextErrors()).toEqual([]);

    await box.focus();
    await box.blur();

    expect(await field.getTextErrors()).toEqual(['missing']);
  });
});
