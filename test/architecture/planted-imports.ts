/** A file that breaks a rule, as a test plants it. */
export interface PlantedImport {
  /** What the file does wrong, in words. */
  wrong: string;
  from: string;
  source: string;
  /** Part of the path or name of what is imported; left out for an orphan. */
  to?: string;
}

/** Harmless files that the planted ones import. Each is imported by somebody, so none of them is an orphan. */
export const innocentFiles: Record<string, string> = {
  'libs/domain/src/index.ts': "export * from './project/project.state';\nexport * from './notification/notification-kinds';\n",
  'libs/domain/src/project/project.state.ts': 'export interface ProjectState { rev: number }\nexport const firstRev = 0;\n',
  'libs/domain/src/notification/notification-kinds.ts': "export type Kind = 'award';\nexport const kinds: Kind[] = ['award'];\n",
  'libs/workflows/src/index.ts': "export * from './task-queues';\nexport type { ProjectState } from '@app/domain';\n",
  'libs/workflows/src/task-queues.ts': "export const queue = 'entities';\n",
  'libs/workflows/src/workflow-entry.ts': "export * from './project/project.workflow';\n",
  'libs/workflows/src/project/project.workflow.ts':
    "import { shell } from '../entity/entity-shell';\nexport const projectWorkflow = shell;\n",
  'libs/workflows/src/entity/entity-shell.ts': "import { condition } from '@temporalio/workflow';\nexport const shell = condition;\n",
  'libs/persistence/src/index.ts': "export * from './project/project-reader';\nexport type { ProjectState } from '@app/domain';\n",
  'libs/persistence/src/ledger-writer.ts': "export * from './ledger/ledger-entry.entity';\n",
  'libs/persistence/src/ledger/ledger-entry.entity.ts': "import { Entity } from 'typeorm';\nexport const LedgerEntry = Entity;\n",
  'libs/persistence/src/project/project-reader.ts': 'export const read = 1;\n',
  'libs/platform/src/index.ts': "export * from './files/file-store';\n",
  'libs/platform/src/files/file-store.ts': 'export const store = 1;\n',
  'libs/mail/src/index.ts': "export * from './render-mail';\n",
  'libs/mail/src/render-mail.ts': 'export const render = 1;\n',
  'apps/api/src/main.ts':
    "import { firstRev } from '@app/domain';\nimport { read } from '@app/persistence';\nimport { queue } from '@app/workflows';\nimport { store } from '@app/platform';\nimport { render } from '@app/mail';\nexport const api = [firstRev, read, queue, store, render];\n",
  'apps/worker/src/commit/commit-transaction.ts':
    "import * as writer from '@app/persistence/ledger-writer';\nexport const commit = writer;\n",
  'apps/worker/src/temporal-worker.ts':
    "import { Worker } from '@temporalio/worker';\nimport './commit/commit-transaction';\nexport const make = Worker;\n",
  'apps/dashboard/src/app/router.tsx': "import { list } from '../features/project/list';\nexport const router = list;\n",
  'apps/dashboard/src/features/project/list.tsx': "import { table } from '../../components/data-table';\nexport const list = table;\n",
  'apps/dashboard/src/components/data-table.tsx': 'export const table = 1;\n',
  'libs/domain/src/spec-kit.ts': "export * from './project/project.state';\n",
  'test/support/builders.ts': 'export const aProject = 1;\n',
  'libs/domain/src/project/project.state.spec.ts':
    "import fc from 'fast-check';\nimport '../spec-kit';\nimport { firstRev } from './project.state';\nexport const spec = [fc, firstRev];\n",
};

/** For every import rule the files that it must catch. */
export const plantedImports: Record<string, PlantedImport[]> = {
  'domain-is-pure': [
    { wrong: 'reads the clock of Node', from: 'libs/domain/src/project/a.ts', source: "import 'node:perf_hooks';", to: 'perf_hooks' },
    { wrong: 'takes a package', from: 'libs/domain/src/project/b.ts', source: "import 'zod';", to: 'zod' },
    { wrong: 'takes another lib', from: 'libs/domain/src/project/c.ts', source: "import '@app/platform';", to: 'libs/platform' },
  ],
  'workflows-take-only-types': [
    {
      wrong: 'takes a value of the domain',
      from: 'libs/workflows/src/d.ts',
      source: "import { firstRev } from '@app/domain';\nexport const a = firstRev;",
      to: 'libs/domain',
    },
  ],
  'workflows-are-deterministic': [
    { wrong: 'takes a Node module', from: 'libs/workflows/src/e.ts', source: "import 'node:fs';", to: 'fs' },
    { wrong: 'takes zod outside a schema', from: 'libs/workflows/src/f.ts', source: "import 'zod';", to: 'zod' },
    {
      wrong: 'takes Nest in a schema',
      from: 'libs/workflows/src/project/schemas/g.schema.ts',
      source: "import '@nestjs/common';",
      to: '@nestjs',
    },
    {
      wrong: 'takes persistence, by type only',
      from: 'libs/workflows/src/h.ts',
      source: "import type { read } from '@app/persistence';\nexport type A = typeof read;",
      to: 'libs/persistence',
    },
  ],
  'entry-is-for-the-bundler': [
    {
      wrong: 'takes the workflow function',
      from: 'libs/workflows/src/i.ts',
      source: "import './project/project.workflow';",
      to: 'project.workflow',
    },
    { wrong: 'takes the entry', from: 'apps/worker/src/j.ts', source: "import '@app/workflows/workflow-entry';", to: 'workflow-entry' },
  ],
  'sql-stays-in-persistence': [
    { wrong: 'takes the driver', from: 'apps/api/src/k.ts', source: "import 'pg';", to: 'pg' },
    { wrong: 'takes the mapper', from: 'apps/worker/src/commit/l.ts', source: "import 'typeorm';", to: 'typeorm' },
  ],
  'facts-only-from-commit': [
    { wrong: 'the API writes facts', from: 'apps/api/src/m.ts', source: "import '@app/persistence/ledger-writer';", to: 'ledger-writer' },
    {
      wrong: 'the mail desk writes facts',
      from: 'apps/worker/src/notification/n.ts',
      source: "import '@app/persistence/ledger-writer';",
      to: 'ledger-writer',
    },
  ],
  'temporal-client-at-the-edges': [
    {
      wrong: 'a controller talks to the engine',
      from: 'apps/api/src/project/o.ts',
      source: "import '@temporalio/client';",
      to: '@temporalio/client',
    },
  ],
  'temporal-worker-in-one-file': [
    { wrong: 'a second worker', from: 'apps/worker/src/p.ts', source: "import '@temporalio/worker';", to: '@temporalio/worker' },
  ],
  'nodemailer-in-one-file': [
    { wrong: 'sends by itself', from: 'apps/worker/src/notification/q.ts', source: "import 'nodemailer';", to: 'nodemailer' },
  ],
  'libs-direction': [
    { wrong: 'a lib takes an app', from: 'libs/platform/src/r.ts', source: "import '../../../apps/api/src/main';", to: 'apps/api' },
    { wrong: 'persistence takes workflows', from: 'libs/persistence/src/s.ts', source: "import '@app/workflows';", to: 'libs/workflows' },
    {
      wrong: 'the words of mails take persistence',
      from: 'libs/mail/src/s.ts',
      source: "import '@app/persistence';",
      to: 'libs/persistence',
    },
    { wrong: 'platform takes the domain', from: 'libs/platform/src/t.ts', source: "import '@app/domain';", to: 'libs/domain' },
  ],
  'apps-apart': [
    {
      wrong: 'the API takes the worker',
      from: 'apps/api/src/u.ts',
      source: "import '../../worker/src/commit/commit-transaction';",
      to: 'apps/worker',
    },
  ],
  'public-doors-only': [
    {
      wrong: 'behind the door of the domain',
      from: 'apps/api/src/v.ts',
      source: "import '../../../libs/domain/src/project/project.state';",
      to: 'project.state',
    },
    {
      wrong: 'behind the door of persistence',
      from: 'apps/api/src/w.ts',
      source: "import '@app/persistence/project/project-reader';",
      to: 'project-reader',
    },
    {
      wrong: 'behind the door of platform',
      from: 'apps/api/src/x.ts',
      source: "import '../../../libs/platform/src/files/file-store';",
      to: 'file-store',
    },
    {
      wrong: 'behind the door of the words of mails',
      from: 'apps/api/src/xa.ts',
      source: "import '../../../libs/mail/src/render-mail';",
      to: 'render-mail',
    },
    { wrong: 'behind the door of workflows', from: 'apps/api/src/y.ts', source: "import '@app/workflows/task-queues';", to: 'task-queues' },
  ],
  'domain-layers': [
    {
      wrong: 'a date knows a stage',
      from: 'libs/domain/src/calendar/z.ts',
      source: "import '../project/project.state';",
      to: 'project.state',
    },
    {
      wrong: 'the life cycle knows who is told',
      from: 'libs/domain/src/project/aa.ts',
      source: "import '../notification/notification-kinds';",
      to: 'notification-kinds',
    },
  ],
  dashboard: [
    {
      wrong: 'takes a lib',
      from: 'apps/dashboard/src/features/call/ab.ts',
      source: "import type { ProjectState } from '../../../../../libs/domain/src/index';\nexport type A = ProjectState;",
      to: 'libs/domain',
    },
    {
      wrong: 'a feature takes another',
      from: 'apps/dashboard/src/features/call/ac.ts',
      source: "import '../project/list';",
      to: 'features/project',
    },
    {
      wrong: 'a shared part knows a feature',
      from: 'apps/dashboard/src/components/ad.ts',
      source: "import '../features/project/list';",
      to: 'features/project',
    },
    {
      wrong: 'a feature knows the page frame',
      from: 'apps/dashboard/src/features/call/ae.ts',
      source: "import '../../app/router';",
      to: 'app/router',
    },
  ],
  hygiene: [
    { wrong: 'a cycle', from: 'apps/api/src/af.ts', source: "import './ag';\nexport const a = 1;", to: 'apps/api/src/ag.ts' },
    { wrong: 'an orphan', from: 'apps/api/src/orphan.ts', source: 'export const alone = 1;' },
    {
      wrong: 'imports a spec',
      from: 'test/support/ah.ts',
      source: "import '../../libs/domain/src/project/project.state.spec';",
      to: 'project.state.spec',
    },
    {
      wrong: 'a rule imports what specs share',
      from: 'libs/domain/src/project/am.ts',
      source: "import '../spec-kit';",
      to: 'spec-kit',
    },
    {
      wrong: 'the product imports its tests',
      from: 'apps/api/src/ai.ts',
      source: "import '../../../test/support/builders';",
      to: 'test/support',
    },
    { wrong: 'an import that leads nowhere', from: 'apps/api/src/aj.ts', source: "import './nowhere';", to: 'nowhere' },
    { wrong: 'a package that nobody declared', from: 'apps/api/src/ak.ts', source: "import 'picomatch';", to: 'picomatch' },
    { wrong: 'a development package in the product', from: 'apps/api/src/al.ts', source: "import 'fast-check';", to: 'fast-check' },
  ],
};
