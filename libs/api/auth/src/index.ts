export * from './auth.module.js';
export * from './security-jobs.js';
