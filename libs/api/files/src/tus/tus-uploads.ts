import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { Server } from '@tus/server';
import { FileQuota } from '../uploads/file-quota.js';
import type { UploadWishes } from '../uploads/upload.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { PartialFiles } from './partial-files.js';
import { toUploadError } from './tus-errors.js';

export const TUS_PATH = '/api/files/tus';
/** Uploads that somebody may have begun at the same time. */
const MOST_BEGUN = 20;

interface Call {
  actor: Actor;
  /** What went wrong in it. */
  error?: unknown;
}

type Metadata = Record<string, string | null> | undefined;

/**
 * Uploads that are resumed after a break (tus 1.0). What is whole goes the way of every other upload. An upload
 * carries the id of its owner in its name, and nobody else can so much as see it.
 */
@Injectable()
export class TusUploads {
  private readonly calls = new AsyncLocalStorage<Call>();
  private server: Promise<Server> | undefined;

  constructor(
    private readonly uploads: UploadsService,
    private readonly quota: FileQuota,
    private readonly partial: PartialFiles,
  ) {}

  /** @throws DomainError for whatever the protocol refuses */
  async handle(request: Request, actor: Actor): Promise<Response> {
    const call: Call = { actor };
    const server = await this.started();
    const response = await this.calls.run(call, () => server.handleWeb(request));
    if (response.status >= 400) {
      throw toUploadError(call.error, response.status);
    }
    return response;
  }

  /** With the first upload: only then is there a folder for it. */
  private started(): Promise<Server> {
    this.server ??= this.start().catch((error: unknown) => {
      this.server = undefined;
      throw error;
    });
    return this.server;
  }

  private async start(): Promise<Server> {
    return new Server({
      path: TUS_PATH,
      relativeLocation: true,
      // None from elsewhere: the client is on the same origin.
      allowedOrigins: [],
      datastore: await this.partial.open(),
      maxSize: limits.file.bytes,
      namingFunction: () => `${this.call().actor.userId}.${randomUUID()}`,
      onIncomingRequest: async (_, id) => this.assertOwn(id),
      onUploadCreate: async (_, { size }) => this.begin(size ?? 1),
      onUploadFinish: async (_, { id, metadata }) => this.finish(id, metadata),
      onResponseError: (_, error) => {
        this.call().error = error;
        return undefined;
      },
    });
  }

  private async begin(size: number): Promise<Record<string, never>> {
    const { userId } = this.call().actor;
    await this.quota.assertRoomFor(userId, size);
    if ((await this.partial.count(`${userId}.`)) >= MOST_BEGUN) {
      throw new DomainError('request.rate-limited', { retryAfterMs: 60_000 });
    }
    return {};
  }

  private async finish(id: string, metadata: Metadata) {
    try {
      const file = await this.uploads.take(this.partial.pathOf(id), wishesIn(metadata), this.call().actor);
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      return { status_code: 200, headers, body: JSON.stringify(file) };
    } finally {
      await this.partial.remove(id);
    }
  }

  private assertOwn(id: string): void {
    if (!id.startsWith(`${this.call().actor.userId}.`)) {
      throw new DomainError('file.not-found');
    }
  }

  private call(): Call {
    const call = this.calls.getStore();
    if (!call) {
      throw new Error('Uploads are handled by `handle` alone');
    }
    return call;
  }
}

/** Names as clients of the protocol use them. */
function wishesIn(metadata: Metadata): UploadWishes {
  const { filename, name, filetype, type, durationMs } = metadata ?? {};
  const duration = Number(durationMs ?? Number.NaN);
  const isDuration = Number.isInteger(duration) && duration >= 0 && duration <= limits.file.durationMs;
  return {
    name: filename ?? name ?? undefined,
    mime: filetype ?? type ?? undefined,
    durationMs: isDuration ? duration : undefined,
  };
}
