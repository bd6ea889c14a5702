import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** Letters of a call that wait to be read and released. */
export type HeldLetters = components['schemas']['HeldLetters'];

/** One of them. */
export type HeldLetter = HeldLetters['items'][number];

/** A held letter as it would leave now. */
export type LetterText = components['schemas']['HeldLetterText'];

/** Held letters of a call, with who has read them. */
export function heldLettersQuery(callId: string): Reading<HeldLetters> {
  return {
    queryKey: ['letters', callId],
    queryFn: () => contentOf(api.GET('/api/calls/{id}/letters', { params: { path: { id: callId } } })),
  };
}

/** The text of one held letter; another mark is another text. */
export function letterTextQuery(callId: string, letter: Pick<HeldLetter, 'mailId' | 'mark'>): Reading<LetterText> {
  return {
    queryKey: ['letters', callId, letter.mailId, letter.mark],
    queryFn: () => contentOf(api.GET('/api/calls/{id}/letters/{mailId}', { params: { path: { id: callId, mailId: letter.mailId } } })),
  };
}

/** Notes that one has read a letter in this text. */
export async function noteRead(callId: string, mailId: string, mark: string): Promise<void> {
  await contentOf(
    api.POST('/api/calls/{id}/letters/{mailId}/read', { params: { path: { id: callId, mailId } }, body: { mark }, parseAs: 'text' }),
  );
}

/** Releases letters together, once under its key. */
export function release(
  callId: string,
  { letters, reason, key }: { letters: { mailId: string; mark: string }[]; reason: string; key: string },
): Promise<components['schemas']['LettersReleased']> {
  return postOnce({ address: `/api/calls/${callId}/letters/release`, body: { letters, reason }, key });
}
