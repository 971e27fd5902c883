export * from './file.entity.js';
export * from './file-record.js';
export * from './file-urls.js';
export * from './files.module.js';
export * from './pictures.js';
export * from './removal/file-releases.js';
