import type { OpenAPIObject } from '@nestjs/swagger';
import { freshSignInExtension } from './auth/fresh-sign-in';

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
    because: {
      type: 'object',
      description: 'On what a refusal by a rule rests',
      required: ['rule', 'ground', 'rulesBuild', 'says'],
      properties: {
        rule: { type: 'string', description: 'The command that was refused' },
        ground: { type: 'string' },
        says: { type: 'string', description: 'The article, in the reader’s language' },
        rulesBuild: { type: 'integer' },
        policyVersion: { type: 'integer' },
        policyValues: {
          type: 'array',
          items: {
            type: 'object',
            required: ['key', 'value', 'article'],
            properties: { key: { type: 'string' }, value: {}, article: { type: 'string' } },
          },
        },
      },
    },
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
      if (isOpen(path, method)) operation.security = [];
      operation.responses = { ...operation.responses, ...commonProblems(path, method, operation), ...ownProblems(operation) };
    }
  }
  return document;
}

function isCommand(path: string, method: string): boolean {
  return method === 'post' && (/\/commands\//.test(path) || /^\/api\/(projects|projects\/imported|calls)$/.test(path));
}

function isVersioned(path: string, method: string): boolean {
  if (method === 'post')
    return /\/(policies|calendars|mail-templates)\/.*\/(propose|discard)$|\/register\/.*\/(corrections|undo)$/.test(path);
  return method === 'put' && /\/draft$|\/people\/|\/comments\/|\/limits\/|\/policies\/|\/calendars\/drafts\/|\/mail-templates\//.test(path);
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

/** Routes that ask for no session and no token. */
function isOpen(path: string, method: string): boolean {
  return /^\/api\/(health|public|action-links|calendar)\//.test(path) || (path === '/api/session' && method === 'post');
}

function needsFreshSignIn(operation: Operation): boolean {
  return (operation as unknown as Record<string, unknown>)[freshSignInExtension] === true;
}

function commonProblems(path: string, method: string, operation: Operation): Responses {
  const { parameters = [] } = operation;
  if (path.startsWith('/api/health')) return {};
  const changes = method !== 'get';
  const asks = parameters.some((one) => 'in' in one && one.in !== 'header');
  return {
    ...(changes || asks ? { '400': problem('Not well formed') } : {}),
    ...(isOpen(path, method) && !changes
      ? {}
      : {
          '401': problem('Not signed in'),
          '403': problem(
            needsFreshSignIn(operation)
              ? 'Visible but not allowed, or the sign-in is too old (FRESH_SIGN_IN_NEEDED)'
              : 'Visible but not allowed',
          ),
        }),
    '404': problem('Nothing here, or not visible'),
    ...(changes ? { '413': problem('Too large'), '415': problem('Wrong content type') } : {}),
    '503': problem('The database is away, or the entity is halted; see Retry-After'),
  };
}

const keyUsed = { '422': 'The key was used for something else' };
const tooOften = { '429': 'Too many attempts; see Retry-After' };
const linkOver = { '410': 'The link was used, is too old, or its task is done' };

/** What single routes answer beside that. */
const problemsOf: Record<string, Record<string, string>> = {
  signIn: tooOften,
  changePassword: tooOften,
  showActionLink: linkOver,
  followActionLink: {
    ...linkOver,
    '403': 'Another person must sign in first',
    '409': 'A rule refused it; the link stays open',
    ...keyUsed,
  },
  exportProjects: { '422': 'More rows than one file may hold; filter first' },
  uploadDocument: { ...tooOften, '507': 'The storage is full' },
  addComment: keyUsed,
  editComment: { '409': 'Somebody else saved meanwhile, or the comment is closed' },
  restoreComment: { '409': 'It was deleted too long ago' },
  saveView: { '409': 'Saved in another window meanwhile, or too many views are kept' },
  addPerson: { '409': 'The address belongs to somebody else' },
  changePerson: { '409': 'Somebody else saved meanwhile, or the address belongs to somebody else' },
  correctOrganization: keyUsed,
  correctPerson: keyUsed,
  undoCorrection: keyUsed,
  confirmCorrection: { '409': 'Nothing waits, it is your own, or the entry was changed meanwhile' },
  rejectCorrection: { '409': 'Nothing waits' },
  saveApplicationDraft: { '409': 'Somebody else saved meanwhile, or the application is not open for changes' },
  saveReportDraft: { '409': 'Somebody else saved meanwhile, or the report is not open for changes' },
  sendMailAgain: { '409': 'It waits, is held or uncertain, is not needed, or has no working address', ...keyUsed },
  skipMail: { '409': 'It does not wait any more', ...keyUsed },
  sendMailNow: { '409': 'It does not wait any more', ...keyUsed },
  decideMail: { '409': 'Nobody has to decide on it any more', ...keyUsed },
  correctMailAddress: { '409': 'The address belongs to somebody else', ...keyUsed },
  stopMail: keyUsed,
  releaseMail: keyUsed,
  readLetter: { '409': 'The letter says something else by now' },
  releaseLetters: keyUsed,
};

function ownProblems({ operationId = '' }: Operation): Responses {
  const own = Object.entries(problemsOf[operationId] ?? {});
  return Object.fromEntries(own.map(([status, description]) => [status, problem(description)]));
}
