export * from './member-list.js';
export * from './message-window.js';
export * from './room-replica.js';
export * from './post-replica.js';
