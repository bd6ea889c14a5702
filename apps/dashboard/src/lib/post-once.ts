import { ourHeaders, problemOf, send } from './api-client';

/** Something to be done once: where it is posted, its content, and the key that makes a repeated request one act. */
export interface OncePosted {
  address: string;
  body: object;
  key: string;
  /** Revision the sender has seen: when it is another by now, the act is refused with STALE_REVISION. */
  seen?: number;
}

/** Posts an act that is no command of a project or call, under its key. Throws the problem of a refusal. */
export async function postOnce<T>({ address, body, key, seen }: OncePosted): Promise<T> {
  const request = new Request(address, {
    method: 'POST',
    headers: {
      ...ourHeaders(),
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(seen === undefined ? {} : { 'If-Match': `"${seen}"` }),
    },
    body: JSON.stringify(body),
  });
  const response = await send(request);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
