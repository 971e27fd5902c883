import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProblem, settle } from '@parley/web-testing';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { withoutSession } from '../session/session-context';
import { apiInterceptor } from './api.interceptor';

/** A session whose next token is the test's business. */
class FakeSession implements Pick<Session, 'token' | 'renew' | 'end'> {
  ended = '';
  token = async () => 'old';
  renew = async () => 'new';
  end = (reason: string) => (this.ended = reason);
}

describe('apiInterceptor', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let session: FakeSession;

  beforeEach(() => {
    session = new FakeSession();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: Session, useValue: session },
      ],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
  });

  it('signs our own requests', async () => {
    http.get('/api/users/me').subscribe();
    await settle();

    expect(server.expectOne('/api/users/me').request.headers.get('authorization')).toBe('Bearer old');
  });

  it.each([
    ['to others', 'https://elsewhere.example/api/users/me', {}],
    ['that lead to a session', '/api/auth/login', { context: withoutSession() }],
  ])('does not sign requests %s', (_, url, options) => {
    http.get(url, options).subscribe();

    expect(server.expectOne(url).request.headers.has('authorization')).toBe(false);
  });

  it('repeats a request once when its token was too old', async () => {
    const answer = firstValueFrom(http.get('/api/users/me'));
    await settle();
    server.expectOne('/api/users/me').flush(aProblem('auth.token-expired'), unauthorized);
    await settle();
    const repeated = server.expectOne('/api/users/me');
    repeated.flush({ id: 'ann' });

    expect(repeated.request.headers.get('authorization')).toBe('Bearer new');
    await expect(answer).resolves.toEqual({ id: 'ann' });
  });

  it('does not repeat it a second time', async () => {
    const answer = firstValueFrom(http.get('/api/users/me'));
    await settle();
    server.expectOne('/api/users/me').flush(aProblem('auth.token-expired'), unauthorized);
    await settle();
    server.expectOne('/api/users/me').flush(aProblem('auth.token-expired'), unauthorized);

    await expect(answer).rejects.toMatchObject({ problem: { code: 'auth.token-expired' } });
  });

  it('ends a session that was revoked', async () => {
    const answer = firstValueFrom(http.get('/api/users/me'));
    await settle();
    server.expectOne('/api/users/me').flush(aProblem('auth.session-revoked'), unauthorized);

    await expect(answer).rejects.toMatchObject({ problem: { code: 'auth.session-revoked' } });
    expect(session.ended).toBe('revoked');
  });

  it('leaves other failures as they are', async () => {
    const answer = firstValueFrom(http.get('/api/users/me'));
    await settle();
    server.expectOne('/api/users/me').error(new ProgressEvent('error'));

    await expect(answer).rejects.toMatchObject({ name: 'HttpErrorResponse' });
  });
});

const unauthorized = { status: 401, statusText: 'Unauthorized' };
