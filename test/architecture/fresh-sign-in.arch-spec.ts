import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './planted-tree';

interface Operation {
  'x-fresh-sign-in'?: boolean;
  responses?: Record<string, { description: string }>;
}

const { paths } = JSON.parse(readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const marked = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    operation['x-fresh-sign-in'] === true ? [{ route: `${method.toUpperCase()} ${path}`, operation }] : [],
  ),
);

/** Every route that a session whose sign-in is old cannot use. A new dangerous route joins the list; one that leaves it needs a reason. */
const dangerous = [
  'POST /api/tokens',
  'POST /api/mail-gates/release',
  'POST /api/engine/repairs/{id}/confirm',
  'POST /api/bulk-runs/{id}/confirm',
  'POST /api/bulk-runs/{id}/start',
  'POST /api/dry-runs/{id}/apply',
  'POST /api/policies/{version}/propose',
  'POST /api/policies/{version}/confirm',
  'POST /api/calendars/drafts/{id}/propose',
  'POST /api/calendars/drafts/{id}/confirm',
  'POST /api/projects/{id}/commands/rewind',
  'POST /api/projects/{id}/commands/undo-rewind',
  'POST /api/projects/{id}/commands/skip',
  'POST /api/projects/{id}/commands/redo',
  'POST /api/projects/{id}/commands/replace-contact',
  'POST /api/projects/{id}/commands/adopt-policy',
  'POST /api/projects/{id}/commands/modify',
  'POST /api/projects/{id}/commands/decide-termination',
  'POST /api/projects/{id}/commands/reinstate-project',
  'POST /api/projects/{id}/commands/un-withdraw',
  'POST /api/mail-templates/{kind}/versions/{version}/propose',
  'POST /api/mail-templates/{kind}/versions/{version}/confirm',
  'POST /api/register/corrections/{id}/confirm',
];

describe('routes that need a recent sign-in', () => {
  it('are these and no others', () => {
    expect(marked.map(({ route }) => route).sort()).toEqual([...dangerous].sort());
  });

  it('say so in the description of the API', () => {
    for (const { route, operation } of marked)
      expect([route, operation.responses?.['403']?.description]).toEqual([route, expect.stringContaining('FRESH_SIGN_IN_NEEDED')]);
  });
});
