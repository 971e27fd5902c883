import { commands, serverEvents } from '@parley/contracts';

type Schemas = Record<string, unknown>;
type Class = new () => object;
interface Reference {
  $ref: string;
}

const CHANNEL = 'socket';

/** Every class of the socket protocol, whose schemas the document refers to. */
export const socketModels: Class[] = [
  ...Object.values(commands).flatMap(({ payload, data }): Class[] => [payload, data]),
  ...Object.values(serverEvents),
];

/** The socket protocol, from the same maps and schemas as everything else. */
export function describeSockets(schemas: Schemas, publicUrl: string): object {
  const names = [...Object.keys(commands), ...Object.keys(serverEvents)];
  const answers = Object.keys(commands).map(answerTo);
  const { host, protocol } = new URL(publicUrl);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Parley sockets',
      version: '1',
      description:
        'Socket.IO 4. The handshake carries `auth: { token }`, an access token. Every command is acknowledged ' +
        'after its transaction has committed.',
    },
    defaultContentType: 'application/json',
    servers: {
      parley: { host, protocol: protocol === 'https:' ? 'wss' : 'ws', pathname: '/socket.io' },
    },
    channels: {
      [CHANNEL]: {
        address: '/',
        messages: Object.fromEntries(
          [...names, ...answers].map((name) => [key(name), ref(`components/messages/${key(name)}`)]),
        ),
      },
    },
    operations: { ...describeCommands(), ...describeEvents() },
    components: { messages: describeMessages(), schemas: reachable(schemas) },
  };
}

function describeCommands(): object {
  const entries = Object.keys(commands).map((name) => [
    key(name),
    {
      action: 'receive',
      channel: ref(`channels/${CHANNEL}`),
      messages: [inChannel(name)],
      reply: { channel: ref(`channels/${CHANNEL}`), messages: [inChannel(answerTo(name))] },
    },
  ]);
  return Object.fromEntries(entries) as object;
}

function describeEvents(): object {
  const entries = Object.keys(serverEvents).map((name) => [
    key(name),
    { action: 'send', channel: ref(`channels/${CHANNEL}`), messages: [inChannel(name)] },
  ]);
  return Object.fromEntries(entries) as object;
}

function describeMessages(): Record<string, object> {
  const messages: Record<string, object> = {};
  for (const [name, { payload, data }] of Object.entries(commands)) {
    messages[key(name)] = { name, payload: schemaOf(payload) };
    messages[key(answerTo(name))] = { name: answerTo(name), payload: { oneOf: [accepted(data), refused()] } };
  }
  for (const [name, event] of Object.entries(serverEvents)) {
    messages[key(name)] = { name, payload: schemaOf(event) };
  }
  return messages;
}

function accepted(data: Class): object {
  return {
    type: 'object',
    properties: { ok: { const: true }, data: schemaOf(data) },
    required: ['ok', 'data'],
  };
}

function refused(): object {
  return {
    type: 'object',
    properties: { ok: { const: false }, problem: ref('components/schemas/SocketProblem') },
    required: ['ok', 'problem'],
  };
}

/** The schemas that the messages need, and those that these need. */
function reachable(schemas: Schemas): Schemas {
  const found: Schemas = {};
  const add = (name: string): void => {
    if (!(name in found) && name in schemas) {
      found[name] = schemas[name];
      namesIn(schemas[name]).forEach(add);
    }
  };
  [...socketModels.map(({ name }) => name), 'SocketProblem'].forEach(add);
  return found;
}

function namesIn(schema: unknown): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name = '']) => name,
  );
}

/** Names of the protocol have a colon, which the keys of the document must not have. */
function key(name: string): string {
  return name.replaceAll(':', '.');
}

function answerTo(name: string): string {
  return `${name}:answer`;
}

function inChannel(name: string): Reference {
  return ref(`channels/${CHANNEL}/messages/${key(name)}`);
}

function schemaOf({ name }: Class): Reference {
  return ref(`components/schemas/${name}`);
}

function ref(path: string): Reference {
  return { $ref: `#/${path}` };
}
