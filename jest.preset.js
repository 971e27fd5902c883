const common = {
  rootDir: import.meta.dirname,
  testRegex: '\\.(spec|int-spec|e2e-spec)\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/*
 * The tests are compiled to CommonJS although the product ships as ES modules: Jest lets CommonJS require
 * the ES modules of NestJS, but it does not let ES modules import the plugins of NestJS that are CommonJS.
 */
const server = {
  ...common,
  displayName: 'server',
  roots: [
    '<rootDir>/libs/contracts',
    '<rootDir>/libs/replica',
    '<rootDir>/libs/api',
    '<rootDir>/apps/api',
    '<rootDir>/apps/api-e2e',
  ],
  globalSetup: '<rootDir>/tools/postgres.mjs',
  globalTeardown: '<rootDir>/tools/postgres-stop.mjs',
  testEnvironmentOptions: { customExportConditions: ['@parley/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

/* Components are compiled just in time, by the compiler of Angular. */
const web = {
  ...common,
  displayName: 'web',
  roots: ['<rootDir>/libs/web', '<rootDir>/apps/web'],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testEnvironmentOptions: { customExportConditions: ['@parley/source', 'browser'] },
  setupFilesAfterEnv: ['<rootDir>/libs/web/testing/src/setup-jest.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'html'],
  transform: {
    '^.+\\.(ts|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/libs/web/tsconfig.json', stringifyContentPathRegex: '\\.html$' },
    ],
  },
};

/** The one Jest configuration. `nx test api-rooms` runs it for one folder, `npm test` for all. */
export default {
  projects: [server, web],
  // Much of the time is waiting for servers: on two cores, one worker leaves one of them idle.
  maxWorkers: '100%',
  // Tests wait for events, and fail by this only when there is none; a busy machine must not be what fails them.
  testTimeout: 30_000,
};
