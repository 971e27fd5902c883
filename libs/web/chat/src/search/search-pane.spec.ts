import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { HitPage } from '@parley/contracts';
import { ErrorTexts, Locale, Notices, Realtime } from '@parley/web-core';
import { aMessage, aRoom, aUser, provideKeysAsTexts } from '@parley/web-testing';
import { Subject } from 'rxjs';
import { ChatDates } from '../dates/chat-dates';
import { RoomsStore } from '../rooms/rooms-store';
import { RecentSearches } from './recent-searches';
import { SearchApi, type SearchRequest } from './search-api';
import { SearchPane } from './search-pane';
import { SearchStore } from './search-store';

/** `whenStable` would wait for the answers, which the test gives later. */
async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

class NoObserver {
  observe = () => undefined;
  disconnect = () => undefined;
}

function pageOf(...bodies: string[]): HitPage {
  const items = bodies.map((body, index) => ({
    kind: 'message' as const,
    message: aMessage({ seq: index + 1, body }),
    user: aUser({ username: 'ann' }),
    ranges: [{ start: 0, end: 3 }],
  }));
  return { items, nextCursor: null, similar: false };
}

async function setup() {
  Reflect.set(globalThis, 'IntersectionObserver', NoObserver);
  const asked: { request: SearchRequest; cursor: string | null; answer: Subject<HitPage> }[] = [];
  const recent = signal<readonly string[]>(['lunch']);
  const connection = signal('online');
  TestBed.configureTestingModule({
    providers: [
      provideKeysAsTexts(),
      provideRouter([{ path: '**', children: [] }]),
      {
        provide: SearchApi,
        useValue: {
          search: (request: SearchRequest, cursor: string | null = null) => {
            const answer = new Subject<HitPage>();
            asked.push({ request, cursor, answer });
            return answer;
          },
        },
      },
      { provide: ErrorTexts, useValue: { of: () => 'it failed' } },
      { provide: Locale, useValue: {} },
      { provide: Notices, useValue: { showError: () => undefined } },
      { provide: Realtime, useValue: { state: connection } },
      { provide: RoomsStore, useValue: { rooms: signal([aRoom({ id: 'room-1', name: 'General' })]) } },
      { provide: ChatDates, useValue: { short: () => 'today', full: () => '' } },
      {
        provide: RecentSearches,
        useValue: { all: recent, add: (text: string) => recent.update((all) => [text, ...all]) },
      },
    ],
  });
  const store = TestBed.inject(SearchStore);
  store.open('');
  const fixture = TestBed.createComponent(SearchPane);
  document.body.append(fixture.nativeElement as HTMLElement);
  await settle();
  /** Until typing has paused for long enough. */
  const type = async (text: string) => {
    const before = asked.length;
    const box = boxOf(fixture);
    box.value = text;
    box.dispatchEvent(new Event('input'));
    while (asked.length === before) {
      await settle();
    }
  };
  const answer = async (page: HitPage) => {
    asked.at(-1)?.answer.next(page);
    asked.at(-1)?.answer.complete();
    await settle();
  };
  return { fixture, store, asked, type, answer, recent, connection };
}

function boxOf({ nativeElement }: ComponentFixture<unknown>): HTMLInputElement {
  const box = (nativeElement as HTMLElement).querySelector('input');
  if (!box) {
    throw new Error('There is a box');
  }
  return box;
}

const textOf = ({ nativeElement }: ComponentFixture<unknown>) =>
  (nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
const linksOf = ({ nativeElement }: ComponentFixture<unknown>) =>
  Array.from((nativeElement as HTMLElement).querySelectorAll<HTMLAnchorElement>('.results a'));

function press(target: EventTarget | null, key: string): void {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('SearchPane', () => {
  it('begins with what was searched for before', async () => {
    const { fixture, store } = await setup();

    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('button.recent')?.click();

    expect(store.text()).toBe('lunch');
  });

  it('shows who said it, where, and what was found, and leads there', async () => {
    const { fixture, type, answer, asked } = await setup();
    await type('tea');
    await answer(pageOf('tea time'));

    const [link] = linksOf(fixture);
    expect(asked.at(-1)?.request).toEqual({ text: 'tea', things: 'messages', roomId: null });
    expect(link?.getAttribute('href')).toBe('/chats/room-1/m/1');
    expect(link?.querySelector('mark')?.textContent).toBe('tea');
    expect(textOf(fixture)).toMatch(/Ann General today tea time/);
  });

  it('asks for people when their tab is chosen', async () => {
    const { fixture, type, asked } = await setup();
    await type('ben');
    const before = asked.length;

    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('#search-tab-people')?.click();
    while (asked.length === before) {
      await settle();
    }

    expect(asked.at(-1)?.request).toMatchObject({ text: 'ben', things: 'people' });
  });

  it('goes by the arrows into the results and back, and out by Escape', async () => {
    const { fixture, store, type, answer } = await setup();
    await type('tea');
    await answer(pageOf('tea one', 'tea two'));
    const box = boxOf(fixture);
    const [first, second] = linksOf(fixture);

    box.focus();
    press(box, 'ArrowDown');
    expect(document.activeElement).toBe(first);
    press(first ?? null, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    press(second ?? null, 'Escape');
    expect(document.activeElement).toBe(box);
    press(box, 'Escape');
    expect(store.text()).toBe('');
    press(box, 'Escape');
    expect(store.isOpen()).toBe(false);
  });

  it('reads on until there is something, and says when there is nothing', async () => {
    const { fixture, store, type, answer, asked } = await setup();
    await type('tea');
    await answer({ ...pageOf(), nextCursor: 'further' });
    const more = store.loadMore();
    await settle();
    expect(asked.at(-1)?.cursor).toBe('further');
    expect(textOf(fixture)).not.toContain('chat.search.nothing');

    await answer(pageOf());
    await more;
    await settle();

    expect(textOf(fixture)).toContain('chat.search.nothing');
  });

  it('takes a filter away with its chip', async () => {
    const { fixture, store, type } = await setup();
    await type('tea from:ann');

    (fixture.nativeElement as HTMLElement)
      .querySelector<HTMLElement>('parley-search-filters li button')
      ?.click();

    expect(store.text()).toBe('tea');
  });

  it('says what went wrong, and tries again', async () => {
    const { fixture, type, asked } = await setup();
    await type('tea');
    asked.at(-1)?.answer.error(new Error('busy'));
    await settle();
    expect(textOf(fixture)).toContain('it failed');
    const before = asked.length;

    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('parley-failure button')?.click();
    await settle();

    expect(asked).toHaveLength(before + 1);
  });

  it('says that there is no network', async () => {
    const { fixture, connection } = await setup();

    connection.set('offline');
    await settle();

    expect(textOf(fixture)).toContain('chat.search.offline');
  });

  it('remembers what somebody meant', async () => {
    const { fixture, type, recent } = await setup();
    await type('tea');

    press(boxOf(fixture), 'Enter');

    expect(recent()[0]).toBe('tea');
  });

  it('remembers what led somewhere', async () => {
    const { fixture, type, answer, recent } = await setup();
    await type('tea');
    await answer(pageOf('tea time'));

    const [link] = linksOf(fixture);
    link?.addEventListener('click', (event) => event.stopPropagation());
    link?.click();

    expect(recent()[0]).toBe('tea');
  });
});
