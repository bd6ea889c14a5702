// @ts-check
/** Import directions of the architecture (docs/architecture.md); each has a planted violation in test/architecture. */

const spec = '(\\.(spec|builder)|/spec-kit)\\.ts$';
const ours = '^(apps|libs|scripts|bench|test)/';
const npm = (/** @type {string[]} */ ...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const bundlerCode = ['^libs/workflows/bundle-options\\.ts$', '^scripts/'];
const trees = ['^test/', '^bench/'];

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A lib is entered through its doors only; tests and benchmarks may look inside on purpose. */
const door = (/** @type {string} */ lib, /** @type {string[]} */ doors, /** @type {string[]} */ exempt = []) =>
  forbid(
    'public-doors-only',
    `libs/${lib} is entered through ${doors.join(', ')}`,
    { path: ours, pathNot: [`^libs/${lib}/`, ...trees, ...exempt] },
    { path: `^libs/${lib}/`, pathNot: doors.map((one) => `^libs/${lib}/${one}`) },
  );

module.exports = {
  forbidden: [
    forbid(
      'domain-is-pure',
      'libs/domain imports nothing from outside itself: no package, no Node module',
      { path: '^libs/domain/src/', pathNot: spec },
      { pathNot: '^libs/domain/src/' },
    ),
    forbid(
      'workflows-take-only-types',
      'a value import would take the rules into the workflow bundle, which is replayed for years',
      { path: '^libs/workflows/src/', pathNot: spec },
      { path: '^libs/domain/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'workflows-are-deterministic',
      'workflow code imports itself, types of the domain and the workflow SDK',
      { path: '^libs/workflows/src/', pathNot: [spec, '\\.schema\\.ts$'] },
      { pathNot: ['^libs/workflows/src/', '^libs/domain/src/', npm('@temporalio/workflow', '@temporalio/common')] },
    ),
    forbid(
      'workflows-are-deterministic',
      'a schema of a message may use zod, nothing more',
      { path: '^libs/workflows/src/.*\\.schema\\.ts$' },
      { pathNot: ['^libs/workflows/src/', '^libs/domain/src/', npm('@temporalio/workflow', '@temporalio/common', 'zod')] },
    ),
    forbid(
      'entry-is-for-the-bundler',
      'workflow functions are named by string; only the bundler reads them',
      {
        path: ours,
        pathNot: [...bundlerCode, ...trees, spec, '^libs/workflows/src/workflow-entry\\.ts$', '^libs/workflows/src/.*\\.workflow\\.ts$'],
      },
      { path: '^libs/workflows/src/(workflow-entry|.*\\.workflow|.*entity-shell)\\.ts$' },
    ),
    forbid(
      'sql-stays-in-persistence',
      'tables are known in one place; others use readers, editors and the ledger writer',
      { path: ours, pathNot: ['^libs/persistence/', '^bench/', '^scripts/stack/', '^test/'] },
      { path: [npm('typeorm', '@nestjs/typeorm', 'pg'), '\\.entity\\.ts$'] },
    ),
    forbid(
      'facts-only-from-commit',
      'one place turns a decision into a fact; beside it only repair and first data',
      { path: ours, pathNot: ['^apps/worker/src/(commit|engine)/', '^libs/persistence/', ...trees] },
      { path: '^libs/persistence/src/ledger-writer' },
    ),
    forbid(
      'temporal-client-at-the-edges',
      'callers see applied, refused, failed or pending, never the engine',
      {
        path: ours,
        pathNot: [
          '^apps/api/src/(command-gateway|engine)/',
          '^apps/worker/src/(commit|dispatch|bulk|rehearsal|rehearsal-room|engine)/',
          '^apps/worker/src/watchdog\\.ts$',
          '^libs/platform/src/temporal/',
          '^scripts/stack/',
          ...trees,
        ],
      },
      { path: npm('@temporalio/client') },
    ),
    forbid(
      'temporal-worker-in-one-file',
      'the worker is created, run and drained in one file',
      { path: ours, pathNot: ['^apps/worker/src/temporal-worker\\.ts$', '^libs/workflows/bundle-options\\.ts$', '^scripts/', ...trees] },
      { path: npm('@temporalio/worker') },
    ),
    forbid(
      'nodemailer-in-one-file',
      'the transport is an edge with one door',
      { path: ours, pathNot: ['^apps/worker/src/notification/mail-transport\\.ts$', '^bench/'] },
      { path: npm('nodemailer') },
    ),
    forbid('libs-direction', 'a lib never imports an app', { path: '^libs/' }, { path: '^apps/' }),
    forbid(
      'libs-direction',
      'persistence knows domain and platform only',
      { path: '^libs/persistence/' },
      { path: '^libs/', pathNot: '^libs/(persistence|domain|platform)/' },
    ),
    forbid(
      'libs-direction',
      'the words of mails know domain and platform only, so that the page that previews and the desk that sends render alike',
      { path: '^libs/mail/', pathNot: spec },
      { path: '^libs/', pathNot: '^libs/(mail|domain|platform)/' },
    ),
    forbid('libs-direction', 'platform knows nothing of ours', { path: '^libs/platform/' }, { path: '^libs/', pathNot: '^libs/platform/' }),
    forbid('apps-apart', 'apps meet over HTTP and the engine', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    door('domain', ['src/index\\.ts$']),
    door('workflows', ['src/index\\.ts$', 'src/workflow-entry\\.ts$', 'bundle-options\\.ts$']),
    door('persistence', ['src/index\\.ts$', 'src/ledger-writer\\.ts$']),
    door('mail', ['src/index\\.ts$']),
    door('platform', ['src/index\\.ts$']),
    forbid(
      'domain-layers',
      'dates, policy, people, documents and shared words know no feature above them',
      { path: '^libs/domain/src/(calendar|policy|people|document|shared)/', pathNot: spec },
      { path: '^libs/domain/src/(project|call|notification|audit)/' },
    ),
    forbid(
      'domain-layers',
      'the life cycle does not know who is told and how it is explained',
      { path: '^libs/domain/src/(project|call)/', pathNot: spec },
      { path: '^libs/domain/src/(notification|audit)/' },
    ),
    forbid('dashboard', 'the dashboard knows only the OpenAPI types', { path: '^apps/dashboard/' }, { path: '^libs/' }),
    forbid(
      'dashboard',
      'features meet on pages, not in each other',
      { path: '^apps/dashboard/src/features/([^/]+)/' },
      { path: '^apps/dashboard/src/features/', pathNot: '^apps/dashboard/src/features/$1/' },
    ),
    forbid(
      'dashboard',
      'shared parts know no feature',
      { path: '^apps/dashboard/src/(components|lib)/' },
      { path: '^apps/dashboard/src/(features|app)/' },
    ),
    forbid(
      'dashboard',
      'features do not know the page frame',
      { path: '^apps/dashboard/src/features/' },
      { path: '^apps/dashboard/src/app/' },
    ),
    forbid('hygiene', 'no cycle', {}, { circular: true }),
    forbid(
      'hygiene',
      'no orphan',
      {
        orphan: true,
        path: '^(apps|libs)/',
        pathNot: [spec, '\\.d\\.ts$', '^libs/persistence/src/migrations/', '^apps/dashboard/(vite\\.config|src/vite-env\\.d)\\.ts$'],
      },
      {},
    ),
    forbid('hygiene', 'nobody imports a spec', {}, { path: ['\\.spec\\.ts$', '-spec\\.ts$'] }),
    forbid('hygiene', 'what specs share stays with them', { pathNot: [spec, ...trees] }, { path: '/spec-kit\\.ts$' }),
    forbid('hygiene', 'the product does not import its tests', { path: '^(apps|libs)/', pathNot: spec }, { path: '^test/' }),
    forbid('hygiene', 'every import resolves', {}, { couldNotResolve: true }),
    forbid('hygiene', 'every package is declared', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] }),
    forbid(
      'hygiene',
      'the product runs without development packages; the dashboard is built from them',
      { path: '^(apps/(api|worker)|libs)/', pathNot: spec },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    ),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: ['^dist/', '^test/replay/(histories|ledgers)/', '\\.(json|svg|css|woff2)$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
