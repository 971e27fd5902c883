export * from './comment.entity.js';
export * from './comment-jobs.js';
export * from './comment-reader.js';
export * from './comments.module.js';
export * from './comment-withdrawal.js';
