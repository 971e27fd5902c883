export * from './auth.module.js';
export * from './security-jobs.js';
export * from './session.entity.js';
