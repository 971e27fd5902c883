export * from './accounts.js';
export * from './own-profiles.js';
export * from './user-directory.js';
export * from './user.entity.js';
export * from './user.events.js';
export * from './user.mapper.js';
export * from './users.module.js';
