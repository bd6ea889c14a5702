import { checklist, readPolicy, type Facts } from '@app/domain';
import { publishedPolicy } from '../policy/policy-reader';
import type { Sql } from '../sql';

type CallMaterials = NonNullable<Facts['callMaterials']>;

/** The public notice of a call in one language (BCP 47 without region). */
export interface CallMaterial {
  callId: string;
  kind: 'notice';
  language: string;
  content: unknown;
}

/** Stores a notice of a call; a later one takes the earlier one's place. */
export async function storeCallMaterial(db: Sql, { callId, kind, language, content }: CallMaterial): Promise<void> {
  await db.query(
    `INSERT INTO call_material (call_id, kind, language, content) VALUES ($1, $2, $3, $4)
     ON CONFLICT (call_id, kind, language) DO UPDATE SET content = $4, rev = call_material.rev + 1`,
    [callId, kind, language, JSON.stringify(content)],
  );
}

/** The notices of a call. */
export async function callMaterialsOf(db: Sql, callId: string): Promise<CallMaterial[]> {
  return db.query<CallMaterial[]>(
    `SELECT call_id AS "callId", kind, language, content FROM call_material WHERE call_id = $1 ORDER BY kind, language COLLATE "C"`,
    [callId],
  );
}

/** Which parts a call about to be published has, and for which years there are calendars. The form comes with the release, the rubric with the policy. */
export async function callMaterials(db: Sql, callId: string, policyVersion: number): Promise<CallMaterials> {
  const written = await callMaterialsOf(db, callId);
  const policy = readPolicy(await publishedPolicy(db, policyVersion));
  const calendarYears = await db.query<CallMaterials['calendarYears']>('SELECT country, year FROM calendar_year ORDER BY country, year');
  return {
    noticeLanguages: written.map((one) => one.language),
    form: true,
    rubric: Object.keys(policy.review.weights).length > 0,
    checklist: checklist.length > 0,
    calendarYears,
  };
}
