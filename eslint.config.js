import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/*
 * Rules of this project, as one table. `no-restricted-imports` and `no-restricted-syntax` replace each other from
 * block to block, so each kind of file gets its whole list at once.
 */
const direction = 'Imports go hub -> sdk <- widgets.';
const not = {
  hub: { regex: '^@advocacy-hub/hub(/|$)|(^|/)hub/src/', message: direction },
  sdk: { regex: '^@advocacy-hub/sdk(/|$)', message: 'Inside a package, import the file.' },
  widgets: { regex: '^@advocacy-hub/widgets(/|$)|(^|/)widgets/src/', message: direction },
  ky: { regex: '^ky(/|$)', message: 'HTTP is the business of packages/sdk/src/transport.ts.' },
  jose: {
    regex: '^jose(/|$)',
    message: 'Keys and sealing are the business of sealing.ts and opening.ts (sdk) and keys.ts (hub).',
  },
  zod: { regex: '^zod(/v\\d)?$', message: 'Schemas are in zod/mini: zod costs a page 15 kB more.' },
};

const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  { selector: 'ExportAllDeclaration', message: 'Export each item by name.' },
];
const late = ({ regex, message }) => ({
  selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
  message,
});

const words = 'select|insert into|update|delete from|with \\w+ as|create|alter|drop|truncate|set local|begin|commit';
const query = `/^\\s*(${words})\\b/i`;
const unbound = 'Queries are written with the tagged sql`…`, which binds values.';
const boundQueries = [
  { selector: 'CallExpression[callee.property.name=/^(raw|lit)$/][callee.object.name=/sql$/i]', message: unbound },
  {
    selector: 'CallExpression[callee.property.name=/^(raw|lit)$/][callee.object.property.name="sql"]',
    message: unbound,
  },
  { selector: 'CallExpression[callee.name="sql"]', message: unbound },
  { selector: 'CallExpression[callee.property.name="sql"]', message: unbound },
  { selector: `CallExpression[callee.property.name=/^(query|exec)$/] > Literal[value=${query}]`, message: unbound },
  { selector: 'CallExpression[callee.property.name=/^(query|exec)$/] > TemplateLiteral', message: unbound },
  { selector: `BinaryExpression[operator="+"] > Literal[value=${query}]`, message: unbound },
  {
    selector: `:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0][quasis.0.value.raw=${query}]`,
    message: unbound,
  },
];

const privateAnswers = [
  {
    selector: 'Identifier[name=/^(setFormValue|localStorage|sessionStorage)$/]',
    message: 'What a person typed was found on disk in real browser profiles: it stays in memory.',
  },
  {
    selector: 'Literal[value=/^(setFormValue|localStorage|sessionStorage)$/]',
    message: 'What a person typed was found on disk in real browser profiles: it stays in memory.',
  },
  { selector: 'TemplateElement[value.raw=/\\sstyle=/]', message: 'Strict pages refuse style attributes.' },
  { selector: 'TSEnumDeclaration', message: 'A closed set is an `as const` object or a union.' },
];

/** The rules that refuse some imports, also those in the middle of code, and some syntax. */
const forbid = ({ imports, syntax = [] }) => ({
  'no-restricted-imports': ['error', { patterns: imports }],
  'no-restricted-syntax': ['error', ...everywhere, ...imports.map(late), ...syntax],
});

export default defineConfig(
  { ignores: ['**/dist/', '.cache/', '.data/', 'coverage/', 'bench/peers/', 'examples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { eqeqeq: 'error', 'no-else-return': 'error', 'no-empty': ['error', { allowEmptyCatch: true }] } },

  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.serviceworker } },
  },

  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            // Node's runner waits for these by itself.
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
            // Of chai's `equal`, whose plug-in for comparing markup says by mistake that it is a promise.
            { from: 'package', name: 'Equal', package: 'chai' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      // A handler is async because its kind is, whether or not it waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // Our objects keep what is theirs in closures and #private fields, which need no `this` or tell at once.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  // A page's console is its developers': they are warned, and not chatted to.
  { files: ['packages/{sdk,widgets}/src/**/*.ts'], rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] } },
  {
    files: ['packages/sdk/src/**/*.ts'],
    rules: forbid({ imports: [not.hub, not.sdk, not.widgets, not.zod, not.ky, not.jose] }),
  },
  {
    files: ['packages/sdk/src/transport.ts'],
    rules: forbid({ imports: [not.hub, not.sdk, not.widgets, not.zod, not.jose] }),
  },
  {
    // The fake hub opens and signs as the hub does.
    files: ['packages/sdk/src/{sealing,opening,testing}.ts'],
    rules: forbid({ imports: [not.hub, not.sdk, not.widgets, not.zod, not.ky] }),
  },

  {
    files: ['packages/hub/src/**/*.ts'],
    rules: forbid({ imports: [not.hub, not.widgets, not.ky, not.jose], syntax: boundQueries }),
  },
  {
    files: ['packages/hub/src/keys.ts'],
    rules: forbid({ imports: [not.hub, not.widgets, not.ky], syntax: boundQueries }),
  },
  {
    files: ['packages/hub/src/database.ts'],
    rules: forbid({ imports: [not.hub, not.widgets, not.ky, not.jose] }),
  },

  {
    files: ['packages/widgets/src/**/*.ts'],
    rules: forbid({ imports: [not.hub, not.widgets, not.zod, not.ky, not.jose], syntax: privateAnswers }),
  },
  {
    files: ['packages/widgets/src/**/*.ts', 'stories/**/*.ts', 'test/widgets/**/*.ts'],
    rules: {
      // An element's callbacks and listeners may be async.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { inheritedMethods: false, attributes: false } },
      ],
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    settings: { litHtmlSources: true },
    rules: litA11y.configs.recommended.rules,
  },

  // chai says what it expects in properties: expect(x).to.be.true
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
