import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Which feature may use which: arrows point one way. A feature uses itself, and `shared` and `domain` always. */
const uses = {
  domain: [],
  shared: [],
  mail: [],
  people: [],
  trail: ['people'],
  templates: ['people'],
  rounds: ['people', 'templates'],
  submissions: ['people', 'templates', 'rounds'],
  actions: ['people', 'templates', 'submissions'],
  insight: ['people', 'templates', 'rounds', 'submissions'],
  exports: ['people', 'templates', 'rounds', 'submissions', 'insight'],
  // reads every table there is, and no other feature's code
  records: [],
  app: ['mail', 'people', 'templates', 'rounds', 'submissions', 'insight', 'actions', 'exports', 'trail', 'records'],
};

/** Which kind of library may use which kinds, and which packages it may import. */
const kinds = {
  domain: { uses: ['domain'], packages: [] },
  api: { uses: ['domain', 'api'], packages: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer', 'passport*', 'rxjs', 'express', 'uuid', 'csv-*', 'hucre*', '@node-rs/argon2', 'compression', 'reflect-metadata', 'ajv', 'ajv/*', 'file-type', 'nodemailer', 'notifications-node-client', 'openid-client', 'otpauth', 'pg-boss', 'yazl', 'docx', '@myriaddreamin/typst-ts-node-compiler', '@simplewebauthn/server', '@zxcvbn-ts/*'] },
  client: { uses: ['client'], packages: ['@angular/*', 'rxjs', 'rxjs/*'] },
  ui: { uses: ['domain', 'client', 'ui'], packages: ['@angular/*', 'rxjs', 'diff'] },
  web: { uses: ['domain', 'client', 'ui', 'web'], packages: ['@angular/*', 'rxjs', 'rxjs/*', 'uuid', '@fontsource*', '@simplewebauthn/browser', 'uqr'] },
};

const depConstraints = [
  ...Object.entries(uses).map(([feature, others]) => ({
    sourceTag: `feature:${feature}`,
    onlyDependOnLibsWithTags: [feature, 'shared', 'domain', ...others].map((name) => `feature:${name}`),
  })),
  ...Object.entries(kinds).map(([kind, { uses: others, packages }]) => ({
    sourceTag: `kind:${kind}`,
    onlyDependOnLibsWithTags: others.map((name) => `kind:${name}`),
    allowedExternalImports: packages.length > 0 ? packages : ['none'],
  })),
];

export default tseslint.config(
  { ignores: ['dist/**', '.nx/**', '.angular/**', '.data/**', 'tmp/**', 'node_modules/**', 'libs/shared/client/src/generated/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error',
        { selector: 'ExportAllDeclaration', message: "A library's face is written by hand: name what leaves it." },
        { selector: "MemberExpression[object.property.name='dataSource'][property.name='query']", message: 'Reach the database through Database.' },
        { selector: "Identifier[name=/^bypassSecurityTrust/]", message: 'Angular escapes; nothing may switch that off.' }],
    },
  },
  { files: ['**/*.spec.ts', 'libs/domain/**/{arbitraries,builders}.ts', 'apps/api/test/**', 'apps/e2e/**', 'tools/{prove,fuzz,chaos}/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['apps/web/**/*.ts', 'libs/**/{web,ui}/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'att', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'att', style: 'camelCase' }],
      '@angular-eslint/component-class-suffix': 'off',
    },
  },
  { files: ['apps/web/**/*.html', 'libs/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
);
