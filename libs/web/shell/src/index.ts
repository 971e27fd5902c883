export * from './app';
export * from './provide-shell';
