export * from './posts.module.js';
