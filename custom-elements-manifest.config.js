// SPDX-License-Identifier: MIT
// custom-elements.json of @vitrine/elements, from the doc block above each class. It is the source of the API pages,
// of storybook's tables and of the React types.

/** `@cssstate name - description` is not known to the analyzer yet. */
const cssStates = {
  name: 'css-states',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations.find((one) => one.name === node.name?.getText());
    const states = (node.jsDoc ?? [])
      .flatMap((doc) => doc.tags ?? [])
      .filter((tag) => tag.tagName.getText() === 'cssstate')
      .map((tag) => {
        const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
        const [, name, description = ''] = /^(\S+)(?:\s+-\s+)?([^]*)$/.exec(text.trim()) ?? [];
        return { name, description };
      });
    if (declaration && states.length > 0) declaration.cssStates = states;
  },
};

/** Only what is documented as an element is public; private members are nobody's business. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members &&= declaration.members.filter(
          ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#'),
        );
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
      module.declarations?.some((declaration) => declaration.customElement),
    );
  },
};

export default {
  // Run inside packages/elements, so that paths are those of the published package.
  globs: ['src/**/*.ts'],
  exclude: [
    '**/*.test.ts',
    '**/*.stories.ts',
    '**/*.fixture.ts',
    '**/*.strings*.ts',
    '**/*.styles.ts',
    '**/locales/**',
  ],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [cssStates, publicOnly],
};
