export * from './file-record.js';
export * from './file-urls.js';
export * from './files.module.js';
export * from './pictures.js';
