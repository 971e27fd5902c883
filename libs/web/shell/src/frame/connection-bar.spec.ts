import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Realtime } from '@parley/web-core';
import { FakeRealtime, provideKeysAsTexts } from '@parley/web-testing';
import { ConnectionBar } from './connection-bar';

async function setup() {
  const realtime = new FakeRealtime();
  TestBed.configureTestingModule({
    providers: [provideKeysAsTexts(), { provide: Realtime, useValue: realtime }],
  });
  const fixture = TestBed.createComponent(ConnectionBar);
  const element = fixture.nativeElement as HTMLElement;
  const text = async () => {
    await fixture.whenStable();
    return element.textContent.trim();
  };
  return { realtime, element, text };
}

describe('ConnectionBar', () => {
  it('is silent at the start and while there is a connection', async () => {
    const { realtime, text } = await setup();

    expect(await text()).toBe('');
    realtime.connect();
    expect(await text()).toBe('');
  });

  it('says that the connection is lost, and connects at once when asked to', async () => {
    const { realtime, element, text } = await setup();
    realtime.disconnect();
    expect(await text()).toContain('connection.reconnecting');

    element.querySelector('button')?.click();

    expect(realtime.connections()).toBe(1);
  });

  it('says that there is no network', async () => {
    const { realtime, text } = await setup();
    realtime.state.set('offline');

    expect(await text()).toBe('connection.offline');
  });
});
