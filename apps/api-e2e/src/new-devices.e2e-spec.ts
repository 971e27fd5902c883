import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/data-directory.js';
import { Mailbox } from './support/mailbox.js';
import { PASSWORD, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('signing in with a program that the account was never used with', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  afterAll(() => api.stop());

  const login = async ({ username }: Person, userAgent: string, password = PASSWORD) =>
    (await api.post('/api/auth/login', { login: username, password }, { 'user-agent': userAgent })).status;
  const noticesTo = async ({ username }: Person) =>
    (await new Mailbox(api.server).to(`${username}@example.org`)).filter((mail) =>
      mail.includes('Subject: New sign-in to your account'),
    );
  /** Every job that was there is done. */
  const settled = () =>
    eventually(async () => {
      expect(await api.database.source.query<object[]>('SELECT * FROM jobs')).toEqual([]);
    });

  it('is told to its owner, once, whatever the version', async () => {
    const ann = await api.person();
    expect(await login(ann, FIREFOX)).toBe(200);
    await eventually(async () => expect(await noticesTo(ann)).toHaveLength(1));

    await login(ann, FIREFOX);
    await login(ann, FIREFOX.replaceAll('140.0', '141.2.3'));
    await settled();

    const [notice = '', ...more] = await noticesTo(ann);
    expect(more).toEqual([]);
    expect(notice).toContain('Firefox/140.0');
    expect(notice).toContain('127.0.0.1');
    expect(notice).toContain('/settings/account');
  });

  it('is not told of the program that made the account, nor of who did not get in', async () => {
    const ann = await api.person();

    await api.signIn(ann.username);
    expect(await login(ann, FIREFOX, 'wrong horse')).toBe(401);
    await settled();

    expect(await noticesTo(ann)).toEqual([]);
  });

  it('puts nothing of its name where it does not belong', async () => {
    const ann = await api.person();

    await login(ann, 'curl <b>8</b> Bcc: eve@example.org');

    await eventually(async () => expect(await noticesTo(ann)).toHaveLength(1));
    const [notice = ''] = await noticesTo(ann);
    expect(notice).toContain('curl &lt;b&gt;8&lt;/b&gt;');
    expect(notice).not.toMatch(/^Bcc:/m);
  });
});
