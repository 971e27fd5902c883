import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatChipRowHarness } from '@angular/material/chips/testing';
import { describe, expect, it } from '@jest/globals';
import { aUser, provideKeysAsTexts, settle } from '@parley/web-testing';
import { PeoplePicker } from './people-picker';

const ann = aUser({ username: 'ann' });
const ben = aUser({ username: 'ben' });

async function setup(wishes: { except?: string[]; max?: number } = {}) {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(PeoplePicker);
  fixture.componentRef.setInput('label', 'To');
  fixture.componentRef.setInput('found', [ann, ben]);
  Object.entries(wishes).forEach(([name, value]) => fixture.componentRef.setInput(name, value));
  const queries: string[] = [];
  fixture.componentInstance.query.subscribe((query) => queries.push(query));
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const box = await loader.getHarness(MatAutocompleteHarness);
  const names = async () => {
    await box.blur();
    await box.focus();
    return Promise.all((await box.getOptions()).map((option) => option.getText()));
  };
  return { picker: fixture.componentInstance, loader, box, names, queries };
}

describe('PeoplePicker', () => {
  it('asks for what is typed once typing pauses', async () => {
    const { box, queries } = await setup();

    await box.enterText('be');
    while (!queries.includes('be')) {
      await settle();
    }

    expect(queries).not.toContain('b');
  });

  it('chooses people one by one, and offers nobody twice', async () => {
    const { picker, box, names } = await setup();

    await box.focus();
    await box.selectOption({ text: /Ben/ });

    expect(picker.chosen()).toEqual([ben]);
    expect(await names()).toEqual([expect.stringContaining('@ann')]);
  });

  it('does not offer who cannot be chosen', async () => {
    const { names } = await setup({ except: ['ann'] });

    expect(await names()).toEqual([expect.stringContaining('@ben')]);
  });

  it('takes somebody back', async () => {
    const { picker, loader, box } = await setup();
    await box.focus();
    await box.selectOption({ text: /Ann/ });

    const chip = await loader.getHarness(MatChipRowHarness);
    await chip.remove();

    expect(picker.chosen()).toEqual([]);
  });

  it('offers nobody more when it is full', async () => {
    const { box } = await setup({ max: 1 });
    await box.focus();
    await box.selectOption({ text: /Ann/ });

    expect(await box.isDisabled()).toBe(true);
  });
});
