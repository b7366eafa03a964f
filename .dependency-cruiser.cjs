/** The layers of the house (DESIGN: shared ← core ← shells; renderer knows only shared). */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(main|renderer|preload|tests)/' },
    },
    {
      name: 'renderer-knows-only-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|preload|tests)/' },
    },
    {
      name: 'core-knows-no-shell',
      severity: 'error',
      from: { path: '^main/core/' },
      to: { path: '^(main/(?!core/)|renderer/|preload/|tests/)' },
    },
    {
      name: 'electron-only-in-the-desktop-shell',
      severity: 'error',
      from: { pathNot: '^(main/desktop/|preload/)' },
      to: { path: '(^|/)electron(-store|-updater)?(/|$)', dependencyTypesNot: ['local'] },
    },
    {
      name: 'preload-is-the-bridge-and-nothing-else',
      severity: 'error',
      from: { path: '^preload/' },
      to: { path: '^(main|renderer|tests)/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^electron$', '^virtual:', '\\?(url|inline|raw)$', '\\.css$'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(main|renderer|preload|shared)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
