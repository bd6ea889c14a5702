import { contradicted, failRoot, lastRoot, ledgerLeaves, rootOf, storeRoot, type Sql } from '@app/persistence';
import type { RootKey } from './root-key';

/** What signing needs. */
export interface RootTools {
  db: Sql;
  key: RootKey;
  /** Sign although the ledger no longer has what the root before says: after a restore, by who works on the server. The root says so. */
  anew?: boolean;
}

/**
 * Signs the root that was asked for under an id, over all entities and all their entries. A ledger that has lost or changed what the root before says
 * is not signed again: that would make the loss look like the truth.
 */
export async function signRoot({ db, key, anew = false }: RootTools, id: string): Promise<void> {
  const before = await lastRoot(db);
  const broken = before === undefined ? undefined : await contradicted(db, before.leaves);
  if (broken !== undefined && !anew) {
    return failRoot(db, id, { code: 'ROOT_CONTRADICTED', values: { entity: `${broken.kind}/${broken.id}`, rev: broken.rev } });
  }
  const { leaves, entries } = await ledgerLeaves(db);
  const { root, listSha256 } = rootOf(leaves);
  const madeAt = new Date();
  const statement = [
    'gongfang ledger root v1',
    `made-at: ${madeAt.toISOString()}`,
    `entities: ${leaves.length}`,
    `entries: ${entries}`,
    `root: ${root}`,
    `list-sha256: ${listSha256}`,
    `previous-root: ${before?.root ?? 'none'}`,
    ...(broken === undefined ? [] : [`contradicts-previous: ${broken.kind}/${broken.id}`]),
    `key-id: ${key.keyId}`,
  ].join('\n');
  const { keyId, publicKey } = key;
  await storeRoot(db, id, { leaves, entries, root, listSha256, statement, signature: key.sign(statement), keyId, publicKey, madeAt });
}
