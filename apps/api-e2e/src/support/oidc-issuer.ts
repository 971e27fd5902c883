import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What a provider knows of a person. */
export interface Identity {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  preferred_username?: string;
}

const CLIENT = { client_id: 'parley', client_secret: 'a secret between the two' };

/** A certified OpenID Connect provider on this machine, where whoever comes is signed in as `person`. */
export class OidcIssuer {
  /** Who is in front of the browser. */
  person: Identity = { sub: 'nobody' };

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  /** @param callbacks where it may lead back to */
  static async start(callbacks: string[]): Promise<OidcIssuer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const issuer = new OidcIssuer(url, server);
    const provider = new Provider(url, {
      clients: [{ ...CLIENT, redirect_uris: callbacks }],
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['name', 'preferred_username'],
      },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...issuer.person, sub }) }),
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['only for tests'] },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) {
        void answer(request, response);
        return;
      }
      const signedIn = async () => {
        const { params, prompt } = await provider.interactionDetails(request, response);
        const accountId = issuer.person.sub;
        const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
        grant.addOIDCScope('openid email profile');
        const consent = { grantId: await grant.save() };
        const result = prompt.name === 'login' ? { login: { accountId }, consent } : { consent };
        await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
      };
      void signedIn();
    });
    return issuer;
  }

  /** What a server is to be told about it. */
  settings(id: string, name: string): object {
    const { client_id: clientId, client_secret: clientSecret } = CLIENT;
    return { id, name, issuer: this.url, clientId, clientSecret };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
