// SPDX-License-Identifier: MIT
// Who may import whom, as docs/decisions and the contributors' guide draw it. Held by test/architecture.
// Type imports count too: a layer that needs the types of another knows it. Only circles look at values that are needed at once.

const tests = '\\.(test|stories|fixture)\\.ts$|/src/.+/testing/';
// What does not resolve is reported once, by its own rule.
const unresolved = '^\\.';
const source = (path) => ({ path, pathNot: tests });

// Left knows nothing of right.
const layers = ['model', 'bus', 'store', 'adapter', 'timeline', 'features', 'room'];
const coreLayers = layers.slice(0, -1).map((layer, index) => ({
  name: `core-${layer}-knows-nothing-to-its-right`,
  comment: `The order is ${layers.join(' ◀ ')}.`,
  severity: 'error',
  from: source(`^packages/core/src/${layer}/`),
  to: { path: `^packages/core/src/(${layers.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...coreLayers,
    {
      name: 'core-wire-is-a-codec',
      comment: 'The server imports the codec without a room.',
      severity: 'error',
      from: source('^packages/core/src/wire/'),
      to: { path: '^packages/core/src/(bus|store|timeline|room)/' },
    },
    {
      name: 'core-depends-on-mitt-only',
      comment: 'And mitt stays inside the bus, whose types do not show it.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: [tests, '^packages/core/src/bus/bus\\.ts$'] },
      to: { pathNot: ['^packages/core/src/', unresolved] },
    },
    {
      name: 'bus-imports-only-mitt',
      severity: 'error',
      from: source('^packages/core/src/bus/bus\\.ts$'),
      to: { pathNot: ['^packages/core/src/', '^node_modules/mitt/', unresolved] },
    },
    {
      name: 'elements-know-core-lit-and-hls',
      comment: 'No adapter, no server: a room is given its adapter by the page. Tests and stories may bring one.',
      severity: 'error',
      from: { path: '^packages/elements/src/', pathNot: [tests, '^packages/elements/src/cdn\\.ts$'] },
      to: {
        pathNot: [
          '^packages/(elements|core)/src/',
          '^node_modules/(lit|lit-html|lit-element|@lit/[^/]+|hls\\.js|@types)/',
          '^hls\\.js/light$',
          unresolved,
        ],
      },
    },
    {
      name: 'cdn-entry-loads-adapters-when-asked',
      comment: 'The root of the CDN build joins what does not know each other, lazily.',
      severity: 'error',
      from: { path: '^packages/elements/src/cdn\\.ts$' },
      to: {
        path: '^packages/(adapters|server|adapter-tests|loader)/',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'shared-knows-no-component',
      severity: 'error',
      from: source('^packages/elements/src/shared/'),
      // (It loads a language's file, which is made of every component's strings.)
      to: { path: '^packages/elements/src/(?!shared/|locales/)' },
    },
    {
      name: 'a-component-knows-no-sibling',
      comment:
        'Components meet on the bus. Only room/, console/ and interactions/ import others, to define them; and a component ' +
        'its own parts in a folder named after it, chat/ those in chat-settings/.',
      severity: 'error',
      from: {
        path: '^packages/elements/src/([^/]+)/',
        pathNot: [tests, '^packages/elements/src/(shared|room|console|interactions|locales)/'],
      },
      to: { path: '^packages/elements/src/', pathNot: '^packages/elements/src/($1|$1-[^/]+|shared)/' },
    },
    {
      name: 'an-interaction-knows-no-other-kind',
      severity: 'error',
      from: source('^packages/elements/src/interactions/([^/]+)/'),
      to: {
        path: '^packages/elements/src/',
        pathNot: [
          '^packages/elements/src/interactions/$1/',
          '^packages/elements/src/(shared/|interactions/[^/]+\\.ts$)',
        ],
      },
    },
    {
      name: 'adapters-know-core-only',
      severity: 'error',
      from: source('^packages/adapters/src/'),
      to: { pathNot: ['^packages/(adapters|core)/src/', unresolved] },
    },
    {
      name: 'adapter-tests-know-core-only',
      severity: 'error',
      from: source('^packages/adapter-tests/src/'),
      to: { pathNot: ['^packages/(adapter-tests|core)/src/', '^node_modules/valibot/', unresolved] },
    },
    {
      name: 'server-knows-core-only',
      severity: 'error',
      from: source('^packages/server/src/'),
      to: { path: '^packages/(?!server/|core/)' },
    },
    {
      name: 'loader-imports-nothing',
      severity: 'error',
      from: source('^packages/loader/src/'),
      to: { pathNot: ['^packages/loader/src/', unresolved] },
    },
    {
      name: 'packages-meet-by-name',
      comment: 'A relative path into another package works here and breaks once published.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: tests },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: source('^packages/'),
      to: { path: tests },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^packages/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true, pathNot: '^hls\\.js/light$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|cdn)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['vitrine-source', 'import', 'types', 'node', 'default'],
    },
  },
};
