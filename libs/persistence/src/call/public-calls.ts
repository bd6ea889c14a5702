import type { Sql } from '../sql';

/** A published call as everybody may see it. */
export interface PublicCallLine {
  id: string;
  code: string;
  programme: string;
  year: number;
  subState: string;
  opensAt: Date;
  closesAt: Date;
  policyVersion: number;
  noticeStartedOn: string | null;
  noticeEndsAt: Date | null;
  noticeEnded: boolean;
  announcedOn: string | null;
}

/** Published calls, the newest year first; one of them when a code is named. Calls that are prepared or rehearsed are nobody's business. */
export function publicCalls(db: Sql, code?: string): Promise<PublicCallLine[]> {
  return db.query(
    `SELECT c.id, c.code, c.programme, c.year, c.sub_state AS "subState", c.opens_at AS "opensAt", c.closes_at AS "closesAt",
            c.policy_version AS "policyVersion", h.state->>'noticeStartedOn' AS "noticeStartedOn", c.notice_ends_at AS "noticeEndsAt",
            coalesce((h.state->>'noticeEnded')::boolean, FALSE) AS "noticeEnded", to_char(c.announced_on, 'YYYY-MM-DD') AS "announcedOn"
       FROM call_summary c JOIN entity_head h ON h.kind = 'call' AND h.id = c.id
      WHERE c.room_id IS NULL AND c.sub_state <> 'draft' AND ($1::text IS NULL OR c.code = $1) ORDER BY c.year DESC, c.code COLLATE "C"`,
    [code ?? null],
  );
}

/** A project on the list of the public notice: what the notice shows and nothing else; no rank, no score. */
export interface NoticeLine {
  number: string;
  titleZh: string | null;
  titleEn: string | null;
  leadZh: string | null;
  leadEn: string | null;
  hostCountry: string | null;
  hostZh: string | null;
  hostEn: string | null;
  partners: { zh: string; en: string }[];
  type: string | null;
}

/** Recommended projects whose notice runs or has ended and who wait for their announcement, in the order of their application numbers. */
export function noticeLines(db: Sql, callId: string): Promise<NoticeLine[]> {
  return db.query(
    `SELECT s.application_ref AS number, v.content->>'titleZh' AS "titleZh", v.content->>'titleEn' AS "titleEn", lo.name_zh AS "leadZh",
            lo.name_en AS "leadEn", s.host_country AS "hostCountry", ho.name_zh AS "hostZh", ho.name_en AS "hostEn", s.type,
            coalesce((SELECT jsonb_agg(jsonb_build_object('zh', o.name_zh, 'en', o.name_en) ORDER BY p.at)
                        FROM jsonb_array_elements(h.state->'parties') WITH ORDINALITY AS p (party, at)
                        JOIN organization o ON o.id = (p.party->>'organizationId')::uuid
                       WHERE p.party->>'role' NOT IN ('LEAD', 'HOST')), '[]') AS partners
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
       LEFT JOIN organization lo ON lo.id = s.lead_organization_id
       LEFT JOIN organization ho ON ho.id = s.host_organization_id
      WHERE s.call_id = $1 AND s.stage = 'approval' AND s.sub_state IN ('public-notice', 'challenged', 'ready')
      ORDER BY s.application_ref COLLATE "C"`,
    [callId],
  );
}
