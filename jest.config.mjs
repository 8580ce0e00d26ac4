// One list of what runs where. `npm test` runs all of it at once; `npx jest --selectProjects domain` runs one project.
import presets from 'jest-preset-angular/presets/index.js';

const swc = ['@swc/jest', {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
}];

const node = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^@attest/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@attest/([^/]+)/(api|web|ui|client)$': '<rootDir>/libs/$1/$2/src/index.ts',
  },
};

const angular = {
  ...presets.createEsmPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' }),
  rootDir: import.meta.dirname,
  setupFilesAfterEnv: ['<rootDir>/apps/web/test-setup.mjs'],
  moduleNameMapper: { ...node.moduleNameMapper, '^tslib$': 'tslib/tslib.es6.js' },
};

export default {
  testSequencer: '<rootDir>/tools/test-order.mjs',
  // a busy machine is slow, not wrong: this only ends what will never come
  testTimeout: 120_000,
  // a server whose spec failed half way listens on, and the run would wait for it for ever
  forceExit: true,
  // modules of the language are never let go of, so a process that has run many files is replaced by a new one
  workerIdleMemoryLimit: '1500MB',
  projects: [
    { ...node, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'] },
    { ...node, displayName: 'tools', testMatch: ['<rootDir>/tools/**/*.spec.ts'] },
    {
      ...node,
      displayName: 'api',
      testMatch: ['<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/libs/**/api/**/*.spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs',
    },
    {
      ...node,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/apps/e2e/environment.mjs',
      testMatch: ['<rootDir>/apps/e2e/journeys/*.spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs',
    },
    {
      ...angular,
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/**/*.spec.ts', '<rootDir>/libs/**/{web,ui}/**/*.spec.ts'],
    },
  ],
};
