import type { Actor } from '@app/domain';
import type { Sql } from '../sql';

/** A call in the list. */
export interface CallLine {
  id: string;
  rev: number;
  code: string;
  programme: string;
  year: number;
  subState: string;
  opensAt: Date;
  closesAt: Date;
  policyVersion: number;
  applications: number;
  noticeEndsAt: Date | null;
  announcedOn: string | null;
  closed: boolean;
  updatedAt: Date;
}

const preparers = ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC'];

/** Calls an actor may see, the newest year first: the rule `canReadCall` as SQL. */
export function listCalls(db: Sql, actor: Actor): Promise<CallLine[]> {
  const seesDrafts = actor.kind === 'system' || actor.roles.some((role) => preparers.includes(role));
  return db.query<CallLine[]>(
    `SELECT id, rev, code, programme, year, sub_state AS "subState", opens_at AS "opensAt", closes_at AS "closesAt",
            policy_version AS "policyVersion", applications, notice_ends_at AS "noticeEndsAt", to_char(announced_on, 'YYYY-MM-DD') AS "announcedOn",
            closed, updated_at AS "updatedAt"
       FROM call_summary WHERE $1 OR sub_state <> 'draft' ORDER BY year DESC, code`,
    [seesDrafts],
  );
}
