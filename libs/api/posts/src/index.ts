export * from './post-comments.js';
export * from './post-text.js';
export * from './post-threads.js';
export * from './post.entity.js';
export * from './post.events.js';
export * from './posts.module.js';
export * from './reactions/post-reactions.js';
export * from './watching/post-announcer.gateway.js';
