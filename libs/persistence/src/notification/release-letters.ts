import { changedRows, type Sql } from '../sql';
import { keepAct, type MailActor } from './mail-acts';

/** A letter to be released, in the text that its mark names. */
export interface LetterToRelease {
  mailId: string;
  mark: string;
}

/** What a release did: how many letters leave now, and which ones do not, since their text is another by now or they are not held any more. */
export interface Release {
  released: number;
  left: string[];
}

/**
 * Releases letters of a call together: those whose text is still the one that was named become due at once. Once under its key: a repeated release
 * answers what the first one did. Undefined when the key was used for something else. Run it in a transaction.
 */
export async function releaseLetters(tx: Sql, callId: string, letters: LetterToRelease[], by: MailActor): Promise<Release | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`letters/${callId}`]);
  const known = await tx.query<{ mailId: string; act: string; personId: string }[]>(
    'SELECT outbox_id AS "mailId", act, by_person AS "personId" FROM mail_act WHERE id = $1',
    [by.key],
  );
  if (known.length > 0) {
    if (known.some(({ act, personId }) => act !== 'release' || personId !== by.personId)) return undefined;
    const done = new Set(known.map(({ mailId }) => mailId));
    return { released: done.size, left: letters.filter(({ mailId }) => !done.has(mailId)).map(({ mailId }) => mailId) };
  }
  const rows = await changedRows<{ id: string; mark: string }>(
    tx,
    `UPDATE outbox o SET state = 'created', send_after_virtual = virtual_now(h.clock, r.room_now),
         send_after = CASE WHEN o.room_id IS NULL THEN clock_timestamp() END
       FROM jsonb_to_recordset($1::jsonb) AS w("mailId" uuid, mark text) JOIN held_letter l ON l.outbox_id = w."mailId" AND l.fingerprint = w.mark,
         project_summary s, entity_head h LEFT JOIN room r ON r.id = h.room_id
      WHERE o.id = l.outbox_id AND o.state = 'held' AND o.entity_kind = 'project' AND s.id = o.entity_id AND s.call_id = $2
        AND h.kind = o.entity_kind AND h.id = o.entity_id RETURNING o.id, l.fingerprint AS mark`,
    [JSON.stringify(letters), callId],
  );
  for (const { id, mark } of rows) {
    const [{ readers } = { readers: [] }] = await tx.query<{ readers: string[] }[]>(
      'SELECT coalesce(array_agg(person_id), ARRAY[]::uuid[]) AS readers FROM letter_reading WHERE outbox_id = $1 AND fingerprint = $2',
      [id, mark],
    );
    await keepAct(tx, { mailId: id, act: 'release', by, change: { before: { state: 'held' }, after: { mark, readers } } });
  }
  const released = new Set(rows.map(({ id }) => id));
  return { released: released.size, left: letters.filter(({ mailId }) => !released.has(mailId)).map(({ mailId }) => mailId) };
}
