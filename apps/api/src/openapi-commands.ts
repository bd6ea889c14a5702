import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Responses = Operation['responses'];

const methods = ['get', 'post', 'put', 'delete'] as const;
const problem = (description: string): Responses[string] => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem with a stable code and a sentence in the reader’s language',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    values: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'detail'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    incident: { type: 'string' },
  },
} as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Id of the command, a UUID; made by the server and returned when missing. The same key gives the same answer, a 5xx excepted.',
  schema: { type: 'string', format: 'uuid' },
} as const;

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'Revision the sender has seen, as the last ETag gave it; the command is refused with STALE_REVISION when it is another.',
  schema: { type: 'string' },
} as const;

/** Adds what holds for whole groups of routes: headers and answers of commands, and the problems every route may answer. */
export function describeCommonAnswers(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: structuredClone(problemSchema) as never },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      if (isCommand(path, method)) describeCommand(operation, path);
      if (isVersioned(path, method)) describeVersioned(operation);
      operation.responses = { ...operation.responses, ...commonProblems(path, method) };
    }
  }
  return document;
}

function isCommand(path: string, method: string): boolean {
  return method === 'post' && (/\/commands\//.test(path) || /^\/api\/(projects|projects\/imported|calls)$/.test(path));
}

function isVersioned(path: string, method: string): boolean {
  return method === 'put' && /\/draft$|\/people\//.test(path);
}

/** Rows that two people may edit: who saves must say what he has seen. */
function describeVersioned(operation: Operation): void {
  operation.parameters = [
    ...(operation.parameters ?? []),
    { ...structuredClone(ifMatch), required: true, description: 'Version the editor has seen' },
  ];
  operation.responses = { ...operation.responses, '409': problem('Somebody else saved meanwhile'), '428': problem('If-Match is missing') };
}

function describeCommand(operation: Operation, path: string): void {
  const seen = path.includes('/commands/') ? [ifMatch] : [];
  operation.parameters = [...(operation.parameters ?? []), structuredClone(idempotencyKey), ...structuredClone(seen)];
  const answer = { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } };
  operation.responses = {
    [path.includes('/commands/') ? '200' : '201']: { description: 'Applied and committed', content: answer },
    '202': {
      description: 'Stored and not lost, its outcome still pending; ask at Location',
      headers: { Location: { schema: { type: 'string' } } },
      content: answer,
    },
    '409': problem('It does not fit the state: a rule refused it, or somebody was faster'),
    '422': problem('The key was used for another command, or the command failed (incident number)'),
  };
}

function commonProblems(path: string, method: string): Responses {
  const changes = method !== 'get';
  return {
    ...(changes ? { '400': problem('Not well formed'), '413': problem('Too large'), '415': problem('Wrong content type') } : {}),
    ...(path.startsWith('/api/health')
      ? {}
      : { '401': problem('Not signed in'), '403': problem('Visible but not allowed'), '404': problem('Nothing here, or not visible') }),
    ...(path.startsWith('/api/health') ? {} : { '503': problem('The database is away, or the entity is halted; see Retry-After') }),
  };
}
