import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { Unread } from '../quick-switch/unread';
import { PageTitle } from './page-title';

@Component({ selector: 'parley-empty', template: '' })
class Empty {}

async function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      provideRouter([
        { path: 'people', title: 'people', component: Empty },
        { path: 'plain', component: Empty },
      ]),
      { provide: TitleStrategy, useExisting: PageTitle },
    ],
  });
  const harness = await RouterTestingHarness.create();
  const title = async () => {
    await settle();
    return TestBed.inject(Title).getTitle();
  };
  return { harness, title, pageTitle: TestBed.inject(PageTitle) };
}

describe('PageTitle', () => {
  it('is that of the route, or that of the product', async () => {
    const { harness, title } = await setup();

    await harness.navigateByUrl('/people');
    expect(await title()).toBe('people · Parley');
    await harness.navigateByUrl('/plain');
    expect(await title()).toBe('Parley');
  });

  it('takes a better name from the page, until the next one', async () => {
    const { harness, title, pageTitle } = await setup();
    await harness.navigateByUrl('/people');

    pageTitle.name('Ann');
    expect(await title()).toBe('Ann · Parley');
    await harness.navigateByUrl('/plain');
    expect(await title()).toBe('Parley');
  });

  it('counts what is unread', async () => {
    const { harness, title } = await setup();
    await harness.navigateByUrl('/people');

    TestBed.inject(Unread).chats.set(2);

    expect(await title()).toBe('(2) people · Parley');
  });
});
