/// <reference lib="webworker" />

/*
 * Keeps the app on the device, so that it starts without a network, and shows what the server pushes. What the API
 * says is never kept here: the app has a database of its own for that. `tools/service-worker.mjs` writes the version
 * and the list of files into it.
 */

// A module for the compiler alone, in which `self` may be declared anew.
export {};
declare const self: ServiceWorkerGlobalScope;

/** What the server pushes; see `push-message.ts`. */
interface PushMessage {
  id: string | null;
  title: string;
  body: string;
  path: string;
  tag: string;
  roomId?: string;
  seq?: number;
  unread: number;
  words: { reply: string; read: string };
}

/** What the open app says. */
type PageMessage = { type: 'activate' } | { type: 'seen'; tag: string | null };

const CACHE = 'parley-__VERSION__';
const FILES: readonly string[] = __FILES__;
const PAGE = '/';
/** Names that change with their content. */
const HASHED = /-[\w-]{8}\.\w+$/;
/** Milliseconds after which a slow network is not waited for. */
const PATIENCE = 3_000;
/** Files that are fetched at the same time: the page goes first. */
const AT_ONCE = 6;
/** Lines of one notification. */
const MOST_LINES = 4;

declare const __FILES__: string[];

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === self.location.origin && request.method === 'GET';
  if (!isOurs || /^\/(api|socket\.io|metrics)(\/|$)/.test(pathname)) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(newestOf(request, PAGE));
  } else if (FILES.includes(pathname)) {
    event.respondWith(HASHED.test(pathname) ? keptOf(request) : newestOf(request, pathname));
  }
});
self.addEventListener('message', (event) => {
  const message = event.data as PageMessage;
  event.waitUntil(message.type === 'activate' ? self.skipWaiting() : withdraw(message.tag));
});
self.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined;
  event.waitUntil(message ? show(message) : Promise.resolve());
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { message } = event.notification.data as { message: PushMessage };
  const reply = 'reply' in event && typeof event.reply === 'string' ? event.reply.trim() : '';
  event.waitUntil(act(event.action, reply, message));
});
self.addEventListener('pushsubscriptionchange', (event) => {
  (event as ExtendableEvent).waitUntil(subscribeAgain());
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const paths = [PAGE, ...FILES];
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    await cache.addAll(paths.slice(from, from + AT_ONCE).map(toRequest));
  }
}

/** What the page has loaded already is not asked for again. */
function toRequest(path: string): Request {
  return new Request(path, { cache: HASHED.test(path) ? 'default' : 'reload' });
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keptOf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** What the server has, or, without it, what was kept. */
async function newestOf(request: Request, kept: string): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.status < 500) {
      return response;
    }
  } catch {
    // No network, or too slow.
  }
  return (await caches.match(kept)) ?? Response.error();
}

/** One notification a place: what comes later is added to it. */
async function show(message: PushMessage): Promise<void> {
  await mark(message.unread);
  if (await isInView(message.path)) {
    return;
  }
  const [shown] = await self.registration.getNotifications({ tag: message.tag });
  const before = (shown?.data as { lines?: string[] } | undefined)?.lines ?? [];
  const lines = [...before, message.body].slice(-MOST_LINES);
  const actions = message.roomId
    ? [
        { action: 'reply', title: message.words.reply, type: 'text' },
        { action: 'read', title: message.words.read },
      ]
    : [];
  const options = {
    ...{ body: lines.join('\n'), tag: message.tag, renotify: true, actions },
    ...{ icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', data: { message, lines } },
  };
  await self.registration.showNotification(message.title, options);
}

async function isInView(path: string): Promise<boolean> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.some(
    ({ visibilityState, url }) => visibilityState === 'visible' && new URL(url).pathname.startsWith(path),
  );
}

/** @param tag of which place; null: of all */
async function withdraw(tag: string | null): Promise<void> {
  const shown = await self.registration.getNotifications(tag ? { tag } : {});
  shown.forEach((notification) => notification.close());
}

async function mark(unread: number): Promise<void> {
  if ('setAppBadge' in self.navigator) {
    await (unread > 0 ? self.navigator.setAppBadge(unread) : self.navigator.clearAppBadge()).catch(
      () => undefined,
    );
  }
}

/** What cannot be done here is done in the app. */
async function act(action: string, reply: string, message: PushMessage): Promise<void> {
  const { roomId, seq, path } = message;
  try {
    if (action === 'read' && roomId) {
      await ask('PUT', `/api/chatrooms/${roomId}/read`, { seq });
      return;
    }
    if (action === 'reply' && roomId && reply) {
      await ask('POST', `/api/chatrooms/${roomId}/messages`, { body: reply });
      return;
    }
  } catch {
    // The person sees in the app that it was not done.
  }
  await open(path);
}

async function open(path: string): Promise<void> {
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (window) {
    window.postMessage({ type: 'open', path });
    await window.focus();
  } else {
    await self.clients.openWindow(path);
  }
}

async function subscribeAgain(): Promise<void> {
  const { publicKey } = (await ask('GET', '/api/notifications/push/key')) as { publicKey: string };
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await self.registration.pushManager.subscribe(options);
  const { endpoint, keys } = subscription.toJSON();
  await ask('POST', '/api/notifications/push/subscriptions', { endpoint, keys });
}

/** @throws when the server does not do it */
async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: { authorization: `Bearer ${await accessToken()}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.status === 204 ? undefined : response.json();
}

/** The open pages use the same cookie, of which each refresh needs the one before: one at a time. */
function accessToken(): Promise<string> {
  return self.navigator.locks.request('parley.session', async () => {
    const response = await fetch('/api/auth/refresh', { method: 'POST' });
    if (!response.ok) {
      throw new Error(`Not signed in: ${response.status}`);
    }
    return ((await response.json()) as { accessToken: string }).accessToken;
  });
}
