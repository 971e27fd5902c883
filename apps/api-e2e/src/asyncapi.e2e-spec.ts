import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands, limits, serverEvents } from '@parley/contracts';
import { Ajv } from 'ajv';
import { RunningApi } from './support/running-api.js';

const schema = createRequire(__filename)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;

interface Document {
  channels: { socket: { messages: Record<string, object> } };
  operations: Record<string, { action: string; reply?: object }>;
  components: { schemas: Record<string, object>; messages: Record<string, { name: string }> };
}

describe('the AsyncAPI document', () => {
  let api: RunningApi;
  let document: Document;

  beforeAll(async () => {
    api = await RunningApi.start();
    ({ body: document } = await api.get<Document>('/api/docs/asyncapi.json'));
  });

  afterAll(() => api.stop());

  it('is valid AsyncAPI 3', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
    ajv.validate(schema, document);

    expect(ajv.errors ?? []).toEqual([]);
    expect(document).toMatchObject({ asyncapi: '3.0.0' });
  });

  it('knows every command with its answer, and every event', () => {
    const { operations, components } = document;
    const described = (action: string) =>
      Object.entries(operations)
        .filter(([, operation]) => operation.action === action)
        .map(([key]) => components.messages[key]?.name);

    expect(described('receive').toSorted()).toEqual(Object.keys(commands).toSorted());
    expect(described('send').toSorted()).toEqual(Object.keys(serverEvents).toSorted());
    for (const key of Object.keys(commands)) {
      expect(operations[key.replace(':', '.')]?.reply).toBeDefined();
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );

    expect(references.length).toBeGreaterThan(50);
    for (const path of references) {
      const target = path
        .split('/')
        .reduce<unknown>((place, step) => Reflect.get(Object(place), step), document);
      expect([path, typeof target]).toEqual([path, 'object']);
    }
  });

  it('knows the limits of payloads', () => {
    expect(document.components.schemas).toMatchObject({
      SendMessageCommand: { properties: { body: { maxLength: limits.message.body } } },
      Sync: { properties: { rooms: { type: 'object', maxProperties: limits.room.mine } } },
    });
  });
});
