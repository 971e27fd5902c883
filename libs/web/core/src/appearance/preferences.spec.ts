import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@parley/web-testing';
import { Appearance } from './appearance';
import { Preferences } from './preferences';

describe('Preferences', () => {
  beforeEach(() => localStorage.clear());

  it('follow the system until somebody chooses', () => {
    expect(TestBed.inject(Preferences).all()).toMatchObject({ theme: 'system', enterSends: true });
  });

  it('stay on this device', async () => {
    TestBed.inject(Preferences).set('theme', 'dark');
    await settle();
    TestBed.resetTestingModule();

    expect(TestBed.inject(Preferences).all()).toMatchObject({ theme: 'dark', density: 'comfortable' });
  });

  it('start anew when what is stored is not usable', () => {
    localStorage.setItem('parley.preferences', '{broken');

    expect(TestBed.inject(Preferences).all().theme).toBe('system');
  });

  it('are on the document, where the theme finds them', async () => {
    TestBed.inject(Appearance);
    TestBed.inject(Preferences).set('density', 'compact');
    await settle();

    expect(TestBed.inject(DOCUMENT).documentElement.dataset).toMatchObject({ density: 'compact' });
  });
});
