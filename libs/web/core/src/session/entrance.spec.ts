import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Authenticated } from '@parley/contracts';
import { aMe } from '@parley/web-testing';
import { Entrance } from './entrance';
import { PageLoader } from './page-loader';
import { Session } from './session';

const authenticated: Authenticated = { accessToken: 'token', expiresIn: 600, user: aMe() };

function setup(isOtherAccount: boolean) {
  const went: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { adopt: () => undefined, isOtherAccount: () => isOtherAccount } },
      { provide: Router, useValue: { navigateByUrl: async (url: string) => void went.push(`route ${url}`) } },
      { provide: PageLoader, useValue: { load: (url: string) => void went.push(`load ${url}`) } },
    ],
  });
  return { entrance: TestBed.inject(Entrance), went };
}

describe('Entrance', () => {
  it.each([
    ['/people', '/people'],
    [undefined, '/'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
  ])('of %s leads to %s', async (wanted, url) => {
    const { entrance, went } = setup(false);

    await entrance.enter(authenticated, wanted);

    expect(went).toEqual([`route ${url}`]);
  });

  it('loads the app anew for another account than before', async () => {
    const { entrance, went } = setup(true);

    await entrance.enter(authenticated, '/people');

    expect(went).toEqual(['load /people']);
  });
});
