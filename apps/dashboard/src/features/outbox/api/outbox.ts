import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** What mail is stopped, and what the reader may do about it. */
export type MailGates = components['schemas']['MailGates'];

/** Mail that is stopped: everything, one rule, one country, one project. */
export type ShutGate = MailGates['items'][number];

/** Which mail. */
export type MailGate = Pick<ShutGate, 'scope' | 'key'>;

/** What waits and why. */
export type WaitingMails = components['schemas']['WaitingMails'];

/** What would happen if mail were released now. */
export type ReleaseCheck = components['schemas']['MailReleaseCheck'];

const lookAgainMs = 30_000;

/** What is stopped; looked at again twice a minute, since anybody may stop mail. */
export const gatesQuery: Reading<MailGates> & { refetchInterval: number } = {
  queryKey: ['mail-gates'],
  refetchInterval: lookAgainMs,
  queryFn: () => contentOf(api.GET('/api/mail-gates')),
};

/** What waits, by rule, country and reason. */
export const waitingQuery: Reading<WaitingMails> & { refetchInterval: number } = {
  queryKey: ['mail-gates', 'waiting'],
  refetchInterval: lookAgainMs,
  queryFn: () => contentOf(api.GET('/api/mail-gates/waiting')),
};

/** What would leave, and what is too old to make sense, if this were released now. */
export function releaseCheckQuery(gate: MailGate): Reading<ReleaseCheck> {
  return {
    queryKey: ['mail-gates', 'check', gate],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/mail-gates/check', { params: { query: gate } })),
  };
}

/** Stops or releases mail, once under its key. Throws the problem of a refusal. */
export function actOnGate(
  act: 'stop' | 'release',
  { gate, reason, key }: { gate: MailGate; reason: string; key: string },
): Promise<components['schemas']['MailGateAnswer']> {
  return postOnce({ address: `/api/mail-gates/${act}`, body: { scope: gate.scope, key: gate.key, reason }, key });
}

/** Id of the project with this number; nothing when there is none, or more than one. */
export async function projectByNumber(reference: string): Promise<string | undefined> {
  const { items } = await contentOf(api.GET('/api/projects', { params: { query: { q: reference, limit: '5' } as never } }));
  const same = items.filter((one) => one.reference?.toLowerCase() === reference.toLowerCase());
  return same.length === 1 ? same[0]?.id : undefined;
}
