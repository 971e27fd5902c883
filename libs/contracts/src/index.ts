import 'reflect-metadata';

export * from './auth/auth.dto.js';
export * from './auth/auth.events.js';
export * from './constants.js';
export * from './errors/problem.dto.js';
export * from './instance/instance.dto.js';
export * from './health/health.dto.js';
export * from './messages/messages.dto.js';
export * from './messages/messages.events.js';
export * from './paging/paging.dto.js';
export * from './realtime/realtime.js';
export * from './rooms/rooms.dto.js';
export * from './rooms/rooms.events.js';
export * from './sync/sync.dto.js';
export * from './sync/sync.events.js';
export * from './users/users.dto.js';
export * from './validation/validators.js';
