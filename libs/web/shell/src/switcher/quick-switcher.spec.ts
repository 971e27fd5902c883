import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { Conversations, QuickSwitch, type QuickSwitchItem, Session, UsersApi } from '@parley/web-core';
import { aMe, aUser, provideKeysAsTexts, settle } from '@parley/web-testing';
import { of, throwError } from 'rxjs';
import { QuickSwitcher } from './quick-switcher';

const ann = aMe({ username: 'ann' });
const ben = aUser({ username: 'ben' });
const places: QuickSwitchItem[] = [
  { id: 'tea', label: 'Tea', commands: ['/chats', 'tea'] },
  { id: 'with-ben', label: 'Ben', commands: ['/chats', 'with-ben'], user: ben },
];

async function setup({ isOffline = false } = {}) {
  const went: unknown[] = [];
  const people = { items: [ann, ben, aUser({ username: 'carla' })], nextCursor: null };
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      { provide: MatDialogRef, useValue: { close: () => void went.push('closed') } },
      { provide: QuickSwitch, useValue: { items: signal(places) } },
      { provide: Session, useValue: { me: signal(ann) } },
      {
        provide: UsersApi,
        useValue: { search: () => (isOffline ? throwError(() => new Error('no network')) : of(people)) },
      },
      {
        provide: Router,
        useValue: {
          navigate: async (commands: string[], { queryParams }: { queryParams?: object }) =>
            void went.push(commands, ...(queryParams ? [queryParams] : [])),
        },
      },
      { provide: Conversations, useValue: { open: async ({ id }: { id: string }) => void went.push(id) } },
    ],
  });
  const fixture = TestBed.createComponent(QuickSwitcher);
  await settle();
  return { fixture, went };
}

const labels = ({ nativeElement }: ComponentFixture<unknown>) =>
  Array.from((nativeElement as HTMLElement).querySelectorAll('[role=option] bdi'), (bdi) => bdi.textContent);

async function press({ nativeElement }: ComponentFixture<unknown>, ...keys: string[]) {
  const box = (nativeElement as HTMLElement).querySelector('input');
  for (const key of keys) {
    box?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await settle();
  }
}

describe('QuickSwitcher', () => {
  it('offers the rooms, and after them the people one has no room with yet', async () => {
    const { fixture } = await setup();

    expect(labels(fixture)).toEqual(['Tea', 'Ben', 'Carla']);
  });

  it('has the rooms without a network too', async () => {
    const { fixture } = await setup({ isOffline: true });

    expect(labels(fixture)).toEqual(['Tea', 'Ben']);
  });

  it('narrows down to what is typed', async () => {
    const { fixture, went } = await setup();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input');
    if (box) {
      box.value = 'be';
      box.dispatchEvent(new Event('input'));
    }
    await settle();
    expect(labels(fixture)).toEqual(['Ben', 'switcher.search']);

    await press(fixture, 'Enter');

    expect(went).toEqual(['closed', ['/chats', 'with-ben']]);
  });

  it('leads on to what was said', async () => {
    const { fixture, went } = await setup();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input');
    if (box) {
      box.value = 'lunch';
      box.dispatchEvent(new Event('input'));
    }
    await settle();

    await press(fixture, 'Enter');

    expect(went).toEqual(['closed', ['/chats'], { search: 'lunch' }]);
  });

  it('goes round with the arrows, and opens the chat with a person', async () => {
    const { fixture, went } = await setup();

    await press(fixture, 'ArrowDown', 'ArrowUp', 'ArrowUp', 'Enter');

    expect(went).toEqual(['closed', 'carla']);
  });
});
