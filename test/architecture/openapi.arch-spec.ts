import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callCommandRights, projectCommandRights } from '@app/domain';
import { plantTree, projectRoot, runNode } from './planted-tree';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

interface Operation {
  operationId: string;
  summary?: string;
  security?: unknown[];
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }>; headers?: Record<string, unknown> }>;
}

const description = readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8');
const { paths } = JSON.parse(description) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);
const commandOperations = operations.filter(({ path }) => path.includes('/commands/') && !path.startsWith('/api/commands/'));

const kebab = (type: string): string => type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
/** The first command of an entity makes it, so its route is the collection's. */
const founding: Record<string, string> = {
  StartApplication: '/api/projects',
  ImportRecord: '/api/projects/imported',
  CreateCall: '/api/calls',
};

/** Commands of people that a dry run thinks through as the clock, without a second person. */
const alsoOfTheClock = new Set(['AdoptPolicy']);

/** Routes that must exist: one for each command that only people give. */
function routesOf(collection: string, rights: Record<string, readonly string[]>): string[] {
  const ofPeople = Object.entries(rights).filter(([type, who]) => !who.includes('SYS') || alsoOfTheClock.has(type));
  return ofPeople.map(([type]) => founding[type] ?? `${collection}/{id}/commands/${kebab(type)}`);
}

// That the description is what the code says is a step of `npm run check`; here is shown that this step can fail.
describe('the description of the API', () => {
  it('is called stale when a word of it differs', () => {
    const tree = plantTree({ 'docs/openapi.json': description.replace('"Gongfang"', '"Werkstatt"') });
    const run = runNode(['scripts/openapi.mjs', '--check', '--into', tree.root], projectRoot);
    tree.remove();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('docs/openapi.json');
  });

  it('has one route for each command of people, and none for those of the clock', () => {
    const wanted = [...routesOf('/api/projects', projectCommandRights), ...routesOf('/api/calls', callCommandRights)];
    const missing = wanted.filter((path) => paths[path]?.['post'] === undefined);
    const further = commandOperations.map(({ path }) => path).filter((path) => !wanted.includes(path));
    expect({ missing, further }).toEqual({ missing: [], further: [] });
  });

  it.each(commandOperations)('$name takes key and revision, neither required, and can answer 202 with a place to ask', ({ operation }) => {
    const headers = (operation.parameters ?? []).filter((one) => one.in === 'header').map((one) => [one.name, one.required ?? false]);
    expect(headers).toEqual([
      ['Idempotency-Key', false],
      ['If-Match', false],
    ]);
    expect(Object.keys(operation.responses['202']?.headers ?? {})).toContain('Location');
  });

  it('says in a sentence of its own what each route does', () => {
    const silent = operations.filter(({ operation }) => (operation.summary ?? '').length < 8).map(({ name }) => name);
    const said = operations.map(({ operation }) => operation.summary);
    expect({ silent, twice: said.filter((one, index) => said.indexOf(one) !== index) }).toEqual({ silent: [], twice: [] });
  });

  it('says of each route that takes anything that it may be called wrongly, and of each that is not open that one must be signed in', () => {
    const apart = operations.filter(({ path }) => !path.startsWith('/api/health/'));
    const taking = apart.filter(({ operation }) => (operation.parameters ?? []).some((one) => one.in !== 'header'));
    const shut = apart.filter(({ operation }) => operation.security === undefined);
    expect(taking.filter(({ operation }) => operation.responses['400'] === undefined).map(({ name }) => name)).toEqual([]);
    expect(shut.filter(({ operation }) => operation.responses['401'] === undefined).map(({ name }) => name)).toEqual([]);
    expect(apart.length - shut.length).toBeLessThan(12);
  });

  it('answers every fault as a problem', () => {
    const faults = operations.flatMap(({ name, operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => Number(status) >= 400 && !name.includes('/health/'))
        .map(([status, answer]) => ({ fault: `${name} ${status}`, ref: answer.content?.['application/problem+json']?.schema.$ref })),
    );
    expect(faults.length).toBeGreaterThan(200);
    expect(faults.filter(({ ref }) => ref !== '#/components/schemas/Problem')).toEqual([]);
  });

  /** An optional parameter that a converter describes as required would shut out its callers; these are required on purpose. */
  const requiredOnPurpose = [
    'get /api/board/cell column',
    'get /api/board/cell lane',
    'get /api/calendar-days countries',
    'get /api/calendar-days from',
    'get /api/calendar-days to',
    'get /api/calendars/{country}/{year}/export format',
    'get /api/engine/inspection entity',
    'get /api/interventions/export format',
    'get /api/mail-gates/check key',
    'get /api/mail-gates/check scope',
    'get /api/policies/{version}/difference with',
    'get /api/projects/export format',
    'get /api/projects/{id}/compare from',
    'get /api/projects/{id}/compare to',
    'post /api/calendars/import format',
  ];

  it('requires no query parameter but those meant to be, and names each operation once', () => {
    const required = operations.flatMap(({ name, operation }) =>
      (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required === true).map((one) => `${name} ${one.name}`),
    );
    expect(required.sort()).toEqual(requiredOnPurpose);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
