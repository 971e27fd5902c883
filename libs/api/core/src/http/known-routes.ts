import type { FastifyInstance } from 'fastify';

/** Addresses of the API and what can be done with them: tells a wrong method from a wrong address. */
export class KnownRoutes {
  private readonly routes: { pattern: RegExp; methods: string[] }[] = [];

  /** @param prefix of the addresses that count; the others are pages */
  constructor(private readonly prefix: string) {}

  /** Before the routes are made. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.startsWith(this.prefix) && !url.includes('*')) {
        const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
        this.routes.push({ pattern, methods: [method].flat() });
      }
    });
  }

  /** Empty for an address that nothing is at. */
  methodsAt(path: string): string[] {
    const found = this.routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))];
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    knownRoutes: KnownRoutes;
  }
}
