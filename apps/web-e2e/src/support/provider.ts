import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { RunningServer } from './running-server';

const client = { client_id: 'parley', client_secret: 'a secret between the two' };

/** A server, and a provider beside it whose pages sign everybody in as whom they say they are. */
export async function startWithProvider(): Promise<{ server: RunningServer; stop: () => Promise<void> }> {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const { client_id: clientId, client_secret: clientSecret } = client;
  const settings = [{ id: 'company', name: 'Company', issuer, clientId, clientSecret }];
  const server = await RunningServer.start({ OIDC_PROVIDERS: JSON.stringify(settings) });
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${server.url}/api/auth/oidc/company/callback`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: sub, email: `${sub.toLowerCase()}@example.org`, email_verified: true }),
    }),
    cookies: { keys: ['only for tests'] },
  });
  const answer = provider.callback();
  http.on('request', (request, response) => void answer(request, response));
  const stop = async () => {
    await server.stop();
    http.closeAllConnections();
    http.close();
  };
  return { server, stop };
}
