export * from './auth.module.js';
export * from './client.js';
export * from './fresh-proof.js';
export * from './security-jobs.js';
export * from './session.entity.js';
export * from './session.events.js';
export type { Client } from './sessions.service.js';
