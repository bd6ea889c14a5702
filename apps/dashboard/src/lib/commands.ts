import type { components, paths } from '../generated/openapi-types';
import { ourHeaders, problemOf, send } from './api-client';
import { problemIn } from './problem';

type CommandsUnder<Prefix extends string> = {
  [P in keyof paths]: P extends `${Prefix}/commands/${infer Name}` ? Name : never;
}[keyof paths];

/** Commands of a project, as the last part of their address. */
export type ProjectCommandName = CommandsUnder<'/api/projects/{id}'>;

/** Commands of a call, as the last part of their address. */
export type CallCommandName = CommandsUnder<'/api/calls/{id}'>;

type BodyOf<P> = P extends { post: { requestBody: { content: { 'application/json': infer B } } } } ? B : never;

/** What a command of a project carries. */
export type ProjectCommandBody<N extends ProjectCommandName> = BodyOf<paths[`/api/projects/{id}/commands/${N}`]>;

/** What a command of a call carries. */
export type CallCommandBody<N extends CallCommandName> = BodyOf<paths[`/api/calls/{id}/commands/${N}`]>;

/** What became of a command. */
export type CommandAnswer = components['schemas']['CommandAnswer'];

/** `SubmitApplication` → `submit-application`. */
export function commandNameOf(type: string): string {
  return type.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

/** `submit-application` → `SubmitApplication`. */
export function commandTypeOf(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}

/** A new id for a command. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A command on its way: where it is posted, its content and its id. */
export interface Sending {
  address: string;
  body: object;
  commandId: string;
  /** Revision the sender has seen: when it is another by now, the command is refused with STALE_REVISION. */
  expectedRev?: number | undefined;
}

const waitForOutcomeMs = 20_000;
const askAgainMs = 700;

/**
 * Sends a command and waits until it is applied. Throws the problem of a refusal. A command that still waits after 20 s is answered as pending:
 * it is stored and will not be lost.
 */
export async function sendCommand({ address, body, commandId, expectedRev }: Sending): Promise<CommandAnswer> {
  const request = new Request(address, {
    method: 'POST',
    headers: {
      ...ourHeaders(),
      'Content-Type': 'application/json',
      'Idempotency-Key': commandId,
      ...(expectedRev === undefined ? {} : { 'If-Match': `"${expectedRev}"` }),
    },
    body: JSON.stringify(body),
  });
  const response = await send(request);
  if (!response.ok) throw await problemOf(response);
  const answer = (await response.json()) as CommandAnswer;
  const location = response.headers.get('Location');
  return response.status === 202 && location !== null ? untilApplied(location, answer) : answer;
}

async function untilApplied(location: string, first: CommandAnswer): Promise<CommandAnswer> {
  const until = Date.now() + waitForOutcomeMs;
  let answer = first;
  while (answer.status === 'pending' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    const response = await fetch(location, { headers: ourHeaders() });
    if (!response.ok) throw await problemOf(response);
    answer = (await response.json()) as CommandAnswer;
  }
  return answer;
}

/** Whether the same id may be sent again after this error: the server gave no answer, or none that lasts. */
export function mayRepeat(error: unknown): boolean {
  const status = problemIn(error)?.status;
  return status === undefined || status >= 500;
}
