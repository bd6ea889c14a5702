import {
  beginProof,
  endProof,
  keepWatchFindings,
  noteProofStep,
  type FailedComparison,
  type WatchFinding,
  type WatchKind,
} from '@app/persistence';
import { MailRecordError } from './ask-mail-record';
import type { Comparison, WatchTools } from './comparison';
import { engineComparisons } from './engine-comparisons';
import { ledgerComparisons } from './ledger-comparisons';
import { mailRecordComparisons } from './mail-record-comparison';
import { storedComparisons } from './stored-comparisons';

const all: readonly Comparison[] = [...storedComparisons, ...mailRecordComparisons, ...ledgerComparisons, ...engineComparisons];

/** A comparison that could not be made: by a code, and the error for the log. */
export type OnFailedComparison = (failed: FailedComparison, error: unknown) => void;

/**
 * Carries a proof that was asked for out: one comparison after the other, each on its own; what it found is kept, and what is not found again is gone.
 * A comparison that cannot be made closes nothing, and the proof then proves nothing. False when somebody else has taken the proof.
 */
export async function carryOutProof(tools: WatchTools, id: string, onFailed: OnFailedComparison = () => undefined): Promise<boolean> {
  const { db } = tools;
  if (!(await beginProof(db, id, all.length))) return false;
  const found: WatchFinding[] = [];
  const failed: FailedComparison[] = [];
  const unseen = new Set<WatchKind>();
  for (const { name, kinds, compare } of all) {
    const notSeen = (): void => kinds.forEach((kind) => unseen.add(kind));
    let counts = {};
    try {
      const compared = await compare(tools);
      found.push(...compared.found);
      ({ counts } = compared);
      if (compared.blind === true) notSeen();
    } catch (error) {
      notSeen();
      failed.push({ comparison: name, code: codeOf(error) });
      onFailed({ comparison: name, code: codeOf(error) }, error);
    }
    await noteProofStep(db, id, counts);
  }
  const seen = all.flatMap(({ kinds }) => kinds).filter((kind) => !unseen.has(kind));
  await keepWatchFindings(db, id, seen, found);
  await endProof(db, id, failed);
  return true;
}

/** The engine's errors carry the numbers of gRPC, the database's five signs. */
function codeOf(error: unknown): string {
  if (error instanceof MailRecordError) return error.code;
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  if (typeof code === 'number' || typeof cause?.code === 'number') return 'ENGINE_AWAY';
  return typeof code === 'string' ? 'DATABASE_FAILED' : 'COMPARISON_FAILED';
}
