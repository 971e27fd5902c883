import { JobKind } from '@parley/api-core';

/** Bytes that may be in use no more. */
export const BYTES_RELEASED = new JobKind<{ hashes: string[] }>('files.bytes-released');

/** Once in a while: what was never put to use. */
export const FILES_SWEEP = new JobKind<Record<string, never>>('files.sweep');
