import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The arrows of the architecture: what a project with these tags may import. */
const allow = ([sourceTag, ...more], onlyDependOnLibsWithTags, bannedExternalImports = []) => ({
  ...(more.length > 0 ? { allSourceTags: [sourceTag, ...more] } : { sourceTag }),
  onlyDependOnLibsWithTags,
  bannedExternalImports,
});
const depConstraints = [
  allow(['scope:shared'], ['scope:shared']),
  allow(['scope:api'], ['scope:api', 'scope:shared'], ['@angular/*']),
  allow(['scope:web'], ['scope:web', 'scope:shared'], ['@nestjs/*', 'typeorm', 'socket.io']),
  allow(['type:contracts'], ['type:contracts'], ['@nestjs/*', '@angular/*', 'rxjs', 'typeorm', 'socket.io*']),
  allow(
    ['type:replica'],
    ['type:replica', 'type:contracts'],
    ['@nestjs/*', '@angular/*', 'rxjs', 'socket.io*'],
  ),
  allow(['type:core'], ['type:core', 'type:contracts', 'type:testing']),
  allow(['type:testing'], ['type:core', 'type:contracts']),
  allow(
    ['type:ui'],
    ['type:ui', 'type:contracts', 'type:testing'],
    ['@angular/common/http', 'socket.io-client'],
  ),
  allow(
    ['scope:api', 'type:feature'],
    ['type:feature', 'type:core', 'type:contracts', 'type:testing'],
    ['socket.io'],
  ),
  allow(
    ['scope:web', 'type:feature'],
    ['type:core', 'type:ui', 'type:replica', 'type:contracts', 'type:testing'],
    ['socket.io-client'],
  ),
  allow(['type:shell'], ['type:feature', 'type:core', 'type:ui', 'type:contracts', 'type:testing']),
];

const contractTypesOnly = {
  name: '@parley/contracts',
  allowTypeImports: true,
  message: 'Import types only: values live in @parley/contracts/constants.',
};
const noIsOptional = {
  name: 'class-validator',
  importNames: ['IsOptional'],
  message: 'It lets null in. Use MayBeAbsent.',
};
const noDecorators = { group: ['class-*', '**/*.dto.js'], message: 'Browsers load this file.' };
const settings = { object: 'process', property: 'env', message: 'Settings come from AppConfig.' };

export default defineConfig(
  globalIgnores(['shared', '**/dist', '**/.nx', '**/.angular']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints }],
      '@typescript-eslint/consistent-type-imports': 'error',
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-params': ['error', 5],
      'no-console': 'error',
      'no-restricted-properties': ['error', settings],

      // DTOs are classes for the sake of their validators; everywhere else they are plain shapes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Modules of NestJS are classes without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Marked so that it stands out: providers without TLS, which the settings take from this machine alone.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Fakes are asynchronous because what they stand for is.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [contractTypesOnly] }],
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'parley', style: 'kebab-case' },
      ],
    },
  },
  {
    files: ['**/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['libs/contracts/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [noIsOptional] }] },
  },
  {
    files: ['libs/contracts/src/{constants,limits}.ts', 'libs/contracts/src/errors/error-catalog.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noDecorators] }] },
  },
  {
    files: ['libs/api/core/src/config/app-config.ts', 'libs/api/testing/**/*.ts', 'apps/web-e2e/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts'],
    rules: { 'max-lines': ['error', 400], '@typescript-eslint/no-extraneous-class': 'off' },
  },
);
