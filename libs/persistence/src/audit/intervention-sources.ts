import { interventionCommands } from '@app/domain';

const utc = (column: string, digits: 'MS' | 'US'): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;

/** The door of a technical act in the words of the ledger. */
const doorOfAct = `CASE e.door WHEN 'page' THEN 'web' ELSE e.door END`;

/** A later entry of the same entity that meets a condition: the first of them, or the last. */
function laterEntry(name: string, condition: string, order: 'ASC' | 'DESC'): string {
  return `LEFT JOIN LATERAL (
    SELECT jsonb_build_object('type', d.type, 'id', d.command_id, 'personId', d.actor_id, 'name', dp.full_name, 'rev', d.rev,
             'at', ${utc('d.occurred_at', 'MS')}) AS act
      FROM ledger_entry d LEFT JOIN person dp ON dp.id = d.actor_id
     WHERE d.kind = e.kind AND d.id = e.id AND d.rev > e.rev AND (${condition})
     ORDER BY d.rev ${order} LIMIT 1) ${name} ON TRUE`;
}

const payload = (entry: string, field: string): string => `${entry}.body::jsonb->'payload'->>'${field}'`;

const sameIn = (...fields: string[]): string => fields.map((field) => `${payload('d', field)} = ${payload('e', field)}`).join(' AND ');

/** Whether an entry did what it says: it was no proposal, or a second person confirmed it. */
const carriedOut = (entry: string): string => `(NOT ${entry}.body::jsonb->'events' @> '[{"type":"ProposalMade"}]'
  OR EXISTS (SELECT FROM ledger_entry y WHERE y.kind = ${entry}.kind AND y.id = ${entry}.id AND y.rev > ${entry}.rev AND y.type = 'ConfirmProposal'
    AND ${payload('y', 'proposalId')} = ${entry}.command_id))`;

/** Of steps back the last is taken back first: the undoing that follows when those after this one are undone. */
const lastRewindFirst = `(SELECT count(*) FILTER (WHERE r.type = 'UndoRewind') - count(*) FILTER (WHERE r.type = 'Rewind') FROM ledger_entry r
  WHERE r.kind = d.kind AND r.id = d.id AND r.rev > e.rev AND r.rev <= d.rev AND r.type IN ('Rewind', 'UndoRewind') AND ${carriedOut('r')}) = 1`;

/** By which later command each command is ended, and what the two must have in common. An undo names what it takes back. */
const endedBy = [
  `d.type = 'UndoIntervention' AND ${payload('d', 'interventionId')} = e.command_id`,
  `e.type = 'Hold' AND d.type = 'Resume'`,
  `e.type = 'PauseSeries' AND d.type = 'ResumeSeries' AND ${sameIn('rule', 'object')}`,
  `e.type = 'Rewind' AND d.type = 'UndoRewind' AND ${lastRewindFirst}`,
  `e.type = 'DecideTermination' AND d.type = 'ReinstateProject'`,
  `e.type = 'OfferHandOver' AND d.type IN ('DeclineHandOver', 'CancelHandOver') AND ${payload('d', 'handOverId')} = e.command_id`,
  `e.type IN ('ProposeChange', 'UndoChange') AND d.type IN ('CancelChange', 'RejectChange', 'UndoChange') AND ${payload('d', 'changeId')} = e.command_id
     AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.kind = d.kind AND r.id = d.id AND r.rev > d.rev AND r.type IN ('CancelChange', 'RejectChange')
       AND ${payload('r', 'changeId')} = d.command_id)`,
];

/** A later technical act that meets a condition. */
function laterAct(tables: string, condition: string): string {
  return `LEFT JOIN LATERAL (
    SELECT jsonb_build_object('type', d.kind, 'id', d.id, 'personId', d.actor_id, 'name', dp.full_name, 'rev', 0, 'at', ${utc('d.opened_at', 'MS')}) AS act
      FROM ${tables} LEFT JOIN person dp ON dp.id = d.actor_id
     WHERE d.opened_at > e.opened_at AND (${condition}) ORDER BY d.opened_at LIMIT 1) undone ON TRUE`;
}

/** What a correction of the register is about, as the entry is called by now. */
const nameInRegister = `CASE WHEN e.kind LIKE 'register.%' THEN coalesce((SELECT n.name_zh FROM organization n WHERE n.id = (e.asked->>'subjectId')::uuid),
  (SELECT n.full_name FROM person n WHERE n.id = (e.asked->>'subjectId')::uuid)) END`;

/** What people did with single mails before that stood in the record of technical acts, and letters they released together. */
const onlyOfMails = 'NOT EXISTS (SELECT FROM technical_act x WHERE x.id = e.id)';
const kindOfMailAct = `CASE e.act WHEN 'release' THEN 'mail.release-letter' ELSE 'mail.' || e.act END`;
/** Addresses of people are not repeated in the list. */
const unlessPersonal = (column: string): string => `CASE e.act WHEN 'correct-address' THEN '{}'::jsonb ELSE ${column} END`;

/** Where lines come from: the ledger, the record of technical acts, and that of acts on mails. `place` says where a line stands in the order. */
export const interventionSources = {
  ledger: {
    columns: `e.command_id AS id, e.type AS kind, jsonb_build_object('kind', e.kind, 'id', e.id) AS entity, e.rev, coalesce(s.reference, c.code) AS reference,
      e.actor_id AS "personId", p.full_name AS "personName", b.full_name AS "onBehalfOfName", e.body::jsonb->>'via' AS door, t.content AS reason,
      e.occurred_at AS at, e.policy_version AS "policyVersion",
      (SELECT w.run_id FROM bulk_row w WHERE e.kind = 'project' AND w.entity_id = e.id AND e.command_id IN (w.command_id, w.confirm_id) LIMIT 1) AS "runId",
      answered.act AS "answeredBy", undone.act AS "undoneBy", NULL::jsonb AS technical,
      jsonb_build_object('at', ${utc('e.occurred_at', 'US')}, 'rev', e.rev, 'id', e.id) AS place, e.id AS unique_id`,
    tables: `ledger_entry e
      LEFT JOIN project_summary s ON e.kind = 'project' AND s.id = e.id
      LEFT JOIN call_summary c ON e.kind = 'call' AND c.id = e.id
      LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN person b ON b.id = e.on_behalf_of LEFT JOIN free_text t ON t.id = e.reason_text_id
      ${laterEntry('answered', `d.type IN ('ConfirmProposal', 'RejectProposal') AND ${payload('d', 'proposalId')} = e.command_id`, 'DESC')}
      ${laterEntry(
        'undone',
        `answered.act->>'type' IS DISTINCT FROM 'RejectProposal' AND ${carriedOut('d')} AND (${endedBy.map((one) => `(${one})`).join(' OR ')})`,
        'ASC',
      )}`,
    always: ['e.actor_id IS NOT NULL', `e.type = ANY('{${interventionCommands.join(',')}}'::text[])`],
    place: ['e.occurred_at', 'e.rev', 'e.id'],
    names: { kind: 'e.type', entityKind: 'e.kind', entityId: 'e.id', person: 'e.actor_id', door: `e.body::jsonb->>'via'` },
    undone: 'undone.act IS NOT NULL',
    ofRun: (at: string): string =>
      `(e.id, e.command_id) IN (SELECT w.entity_id, unnest(ARRAY[w.command_id, w.confirm_id]) FROM bulk_row w WHERE w.run_id = ${at}::uuid)`,
  },
  technical: {
    columns: `e.id::text AS id, e.kind, CASE WHEN e.entity_id IS NULL THEN NULL ELSE jsonb_build_object('kind', e.entity_kind, 'id', e.entity_id) END AS entity,
      0 AS rev, coalesce(s.reference, c.code, ${nameInRegister}) AS reference, e.actor_id AS "personId", p.full_name AS "personName", NULL::text AS "onBehalfOfName",
      ${doorOfAct} AS door, e.reason, e.opened_at AS at, NULL::integer AS "policyVersion",
      CASE WHEN e.kind = 'bulk' THEN e.id END AS "runId",
      CASE WHEN e.second_id IS NULL THEN NULL ELSE jsonb_build_object('type', CASE WHEN e.result_code = 'REJECTED' THEN 'RejectProposal' ELSE 'ConfirmProposal' END,
        'id', e.id, 'personId', e.second_id, 'name', z.full_name, 'at', ${utc('e.decided_at', 'MS')}, 'rev', 0) END AS "answeredBy",
      undone.act AS "undoneBy", jsonb_build_object('state', e.state, 'resultCode', e.result_code, 'resultValues', e.result_values, 'before', e.before,
        'after', e.after) AS technical,
      jsonb_build_object('at', ${utc('e.opened_at', 'US')}, 'rev', 0, 'id', e.id) AS place, e.id AS unique_id`,
    tables: `technical_act e
      LEFT JOIN project_summary s ON e.entity_kind = 'project' AND s.id = e.entity_id
      LEFT JOIN call_summary c ON e.entity_kind = 'call' AND c.id = e.entity_id
      LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN person z ON z.id = e.second_id
      ${laterAct(
        `technical_act d LEFT JOIN bulk_run i ON d.kind = 'bulk' AND i.id = d.id`,
        `e.kind = 'mail.stop' AND e.result_code = 'MAIL_STOPPED' AND d.kind = 'mail.release' AND d.result_code = 'MAIL_RELEASED' AND d.asked = e.asked
           OR e.kind = 'bulk' AND i.inverse_of = e.id AND i.state NOT IN ('draft', 'proposed', 'approved', 'discarded', 'rejected')
           OR e.kind LIKE 'register.%' AND e.state = 'done' AND d.kind = e.kind AND d.state = 'done' AND d.asked->>'undoes' = e.id::text`,
      )}`,
    always: [],
    place: ['e.opened_at', '0', 'e.id'],
    names: { kind: 'e.kind', entityKind: "coalesce(e.entity_kind, '-')", entityId: 'e.entity_id', person: 'e.actor_id', door: doorOfAct },
    undone: 'undone.act IS NOT NULL',
    ofRun: (at: string): string => `(e.kind = 'bulk' AND e.id = ${at}::uuid)`,
  },
  mails: {
    columns: `e.id::text AS id, ${kindOfMailAct} AS kind, jsonb_build_object('kind', o.entity_kind, 'id', o.entity_id) AS entity, 0 AS rev,
      coalesce(s.reference, c.code) AS reference, e.by_person AS "personId", p.full_name AS "personName", NULL::text AS "onBehalfOfName",
      NULL::text AS door, e.reason, e.at, NULL::integer AS "policyVersion", NULL::uuid AS "runId", NULL::jsonb AS "answeredBy", NULL::jsonb AS "undoneBy",
      jsonb_build_object('state', 'done', 'resultCode', 'MAIL_ACT_DONE', 'resultValues', jsonb_build_object('mailId', e.outbox_id),
        'before', ${unlessPersonal('e.before')}, 'after', ${unlessPersonal('e.after')}) AS technical,
      jsonb_build_object('at', ${utc('e.at', 'US')}, 'rev', 0, 'id', e.outbox_id) AS place, e.outbox_id AS unique_id`,
    tables: `mail_act e JOIN outbox o ON o.id = e.outbox_id
      LEFT JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id
      LEFT JOIN call_summary c ON o.entity_kind = 'call' AND c.id = o.entity_id
      LEFT JOIN person p ON p.id = e.by_person`,
    always: [onlyOfMails],
    place: ['e.at', '0', 'e.outbox_id'],
    names: { kind: kindOfMailAct, entityKind: 'o.entity_kind', entityId: 'o.entity_id', person: 'e.by_person', door: 'NULL::text' },
    undone: 'FALSE',
    ofRun: (at: string): string => `${at}::uuid IS NULL`,
  },
} as const;

/** One place where lines come from. */
export type InterventionSource = (typeof interventionSources)[keyof typeof interventionSources];
