// One list of what runs where. `tools/test.mjs` runs the projects one by one; `npx jest --selectProjects domain` runs one.
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

export default {
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
  ],
};
