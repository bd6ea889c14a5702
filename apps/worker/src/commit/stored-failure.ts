import { findCommand, type CommandOutcome, type EntityKey, type Sql } from '@app/persistence';
import { answerCommand, lockHead } from '@app/persistence/ledger-writer';

/** The outcome of a command that could not be carried out; the incident number is the same at every try. */
export function failed(code: string, about: string): Extract<CommandOutcome, { status: 'failed' }> {
  let hash = 0x811c9dc5;
  for (let i = 0; i < about.length; i += 1) hash = Math.imul(hash ^ about.charCodeAt(i), 0x01000193);
  return { status: 'failed', code, incident: `G-${(hash >>> 0).toString(36).toUpperCase()}` };
}

/** Stores `failed` as the answer of a command, unless it has one; the first answer stays. Answers the incident number, if it is this one's. */
export async function storeFailureOf(tx: Sql, entity: EntityKey, commandId: string, reason: string): Promise<string | undefined> {
  await lockHead(tx, entity);
  const outcome = failed(reason, `${entity.id}/${commandId}`);
  await answerCommand(tx, entity, commandId, outcome);
  const stored = await findCommand(tx, entity, commandId);
  return stored?.status === 'failed' ? outcome.incident : undefined;
}
