import { formalZone, localDateOf, registerStatusOf, type ProjectState } from '@app/domain';
import { textsOf } from '../free-texts';
import { upsertRow } from '../ledger/upsert';
import type { SummarySource } from '../project/project-summary';
import type { Sql } from '../sql';

/** Day of the approval: of the award letter, or what an imported record's source says. */
function approvedOn({ mou, imported }: ProjectState): string | undefined {
  return mou?.awardedOn ?? imported?.facts.find((fact) => fact.what === 'ProjectApproved')?.on;
}

/** Our records know when they closed a project, not when an imported one ended. */
function stoppedOn({ closedAt, imported }: ProjectState): string | undefined {
  return closedAt === undefined || imported !== undefined ? undefined : localDateOf(closedAt, formalZone);
}

/** The titles that amendments have put in place of the application's. */
async function amendedTitles(tx: Sql, { amended = {} }: ProjectState): Promise<{ title_zh?: string; title_en?: string }> {
  const columns = { title_zh: amended.titleZh, title_en: amended.titleEn };
  const texts = await textsOf(
    tx,
    Object.values(columns).flatMap((ref) => ref?.textId ?? []),
  );
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, ref]) => {
      const text = texts.get(ref?.textId ?? '');
      return typeof text === 'string' ? [[column, text]] : [];
    }),
  );
}

async function titleOf(tx: Sql, state: ProjectState): Promise<{ title_zh?: string; title_en?: string }> {
  const hash = state.submissions.at(-1)?.hash;
  if (hash === undefined) return {};
  const [row] = await tx.query<{ title_zh: string; title_en: string }[]>(
    `SELECT content->>'titleZh' AS title_zh, content->>'titleEn' AS title_en FROM application_version
      WHERE project_id = $1 AND hash = $2 ORDER BY version DESC LIMIT 1`,
    [state.id, hash],
  );
  return { ...row, ...(await amendedTitles(tx, state)) };
}

/**
 * Writes what the public register says of a project, by the rule `registerStatusOf`: its row is derived from the ledger and from the version of the
 * application that the ledger names. A project that was never announced costs nothing here; a rehearsal is never public.
 */
export async function writeRegisterEntry(tx: Sql, { state, roomId }: SummarySource<ProjectState>): Promise<void> {
  if (state.projectRef === undefined || roomId !== null) return;
  const status = registerStatusOf(state);
  if (status === undefined) {
    await tx.query('DELETE FROM register_entry WHERE id = $1', [state.id]);
    return;
  }
  await upsertRow(tx, 'register_entry', {
    id: state.id,
    reference: state.projectRef,
    call_code: state.callCode,
    year: state.year,
    status,
    outcome: state.outcome,
    title_zh: undefined,
    title_en: undefined,
    ...(await titleOf(tx, state)),
    lead_organization_id: state.parties.find((party) => party.role === 'LEAD')?.organizationId,
    host_country: state.hostCountry,
    approved_on: approvedOn(state),
    effective_on: state.mou?.effectiveOn,
    expires_on: state.mou?.expiresOn,
    stopped_on: stoppedOn(state),
  });
}
