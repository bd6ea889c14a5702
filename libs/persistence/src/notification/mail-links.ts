import { randomUUID } from 'node:crypto';
import type { Sql } from '../sql';
import { newSecret, secretHash } from '../people/secrets';
import type { EntityKey } from '../ledger/entry-body';

/** A link in a mail to be made: one person, one entity, one command, and what of it is fixed. */
export interface NewMailLink {
  personId: string;
  entity: EntityKey;
  commandType: string;
  payload: Record<string, unknown>;
}

/** Makes many links in one statement and answers their secrets in the same order; only hashes are stored. They are good for `days` real days. */
export async function createMailLinks(tx: Sql, links: NewMailLink[], days: number): Promise<string[]> {
  const secrets = links.map(() => newSecret());
  if (links.length === 0) return secrets;
  const rows = links.map((link, i) => ({
    token_hash: secretHash(secrets[i] ?? '').toString('hex'),
    person_id: link.personId,
    entity_kind: link.entity.kind,
    entity_id: link.entity.id,
    command_type: link.commandType,
    payload: link.payload,
    command_id: randomUUID(),
  }));
  await tx.query(
    `INSERT INTO action_link (token_hash, person_id, entity_kind, entity_id, command_type, payload, command_id, expires_at)
     SELECT decode(l.token_hash, 'hex'), l.person_id, l.entity_kind, l.entity_id, l.command_type, l.payload, l.command_id,
         clock_timestamp() + make_interval(days => $2)
       FROM jsonb_to_recordset($1::jsonb) AS l(token_hash text, person_id uuid, entity_kind text, entity_id uuid, command_type text, payload jsonb,
         command_id uuid)`,
    [JSON.stringify(rows), days],
  );
  return secrets;
}
