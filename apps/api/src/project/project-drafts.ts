import { Inject, Injectable } from '@nestjs/common';
import { canReadContent, projectRolesOf, requiredDocuments, type ProjectState } from '@app/domain';
import {
  applicationDraft,
  changedApplicationFields,
  missingApplicationFields,
  missingReportSections,
  reportDraft,
  requiredReportSections,
  saveApplicationDraft,
  saveReportDraft,
  submittedApplication,
  unknownDocuments,
  type ApplicationContent,
  type DraftRow,
  type ReportContent,
  type SavedDraft,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { namesIn } from '../http/names';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import type { applicationDraftAnswer, reportDraftAnswer, savedDraft } from './drafts.schemas';
import { ProjectPages } from './project-pages';

type Saved = z.output<typeof savedDraft>;

/** Sub-states in which the application's form is open. */
const open: ReadonlySet<string> = new Set(['draft', 'submitted', 'early-returned', 'returned']);

/** Reading and saving drafts. Content is for those who may see it, saving for those who may edit, while the form is open. */
@Injectable()
export class ProjectDrafts {
  constructor(
    @Inject(DATABASE) private readonly database: LazyDatabase,
    private readonly pages: ProjectPages,
  ) {}

  /** The application's draft; after the call has closed, outside a correction, the version handed in last. */
  async application(person: SignedIn, id: string): Promise<z.output<typeof applicationDraftAnswer>> {
    const { state } = await this.pages.read(person, id);
    if (!canReadContent(actorOf(person), state)) throw new Problem('NOT_FOUND');
    const row = await this.shownApplication(person, state);
    const content = row?.content ?? {};
    return {
      ...metaOf(row),
      content,
      missing: missingApplicationFields(content),
      requiredDocuments: requiredDocuments({ parties: (content.parties ?? []).map((party) => ({ ...party, country: 'CN' as const })) }),
      editable: open.has(state.subState) && mayEdit(person, state),
      openFields: openFields(state),
      ...(await namesIn(this.database, content)),
    };
  }

  /** Saves the application's draft. Throws STALE_REVISION, DRAFT_CLOSED, FIELD_LOCKED, NOT_ALLOWED or UNKNOWN_DOCUMENT. */
  async saveApplication(person: SignedIn, id: string, { seen, content }: { seen: number; content: ApplicationContent }): Promise<Saved> {
    const { state } = await this.pages.read(person, id);
    if (!mayEdit(person, state)) throw new Problem('NOT_ALLOWED');
    if (!open.has(state.subState)) throw new Problem('DRAFT_CLOSED');
    await this.checkLocked(state, content);
    await this.checkDocuments(id, content);
    const saved = await this.database.transaction((tx) => saveApplicationDraft(tx, id, { content, seen, by: person.personId }));
    return { ...versionOf(saved, seen), missing: missingApplicationFields(content) };
  }

  /** The draft of a year's report. */
  async report(person: SignedIn, id: string, year: number): Promise<z.output<typeof reportDraftAnswer>> {
    const { state } = await this.pages.read(person, id);
    const report = state.reports.find((one) => one.year === year);
    if (report === undefined || !canReadContent(actorOf(person), state)) throw new Problem('NOT_FOUND');
    const row = await reportDraft(this.database, id, year);
    const content = row?.content ?? {};
    return {
      ...metaOf(row),
      content,
      missing: missingReportSections(content, report.shortForm),
      requiredSections: [...requiredReportSections(report.shortForm)],
      editable: report.state === 'open' && mayEdit(person, state),
    };
  }

  /** Saves the draft of a year's report. Throws STALE_REVISION, REPORT_LOCKED, NOT_ALLOWED or UNKNOWN_DOCUMENT. */
  async saveReport(
    person: SignedIn,
    id: string,
    { year, seen, content }: { year: number; seen: number; content: ReportContent },
  ): Promise<Saved> {
    const { state } = await this.pages.read(person, id);
    const report = state.reports.find((one) => one.year === year);
    if (report === undefined) throw new Problem('NOT_FOUND');
    if (!mayEdit(person, state)) throw new Problem('NOT_ALLOWED');
    if (report.state !== 'open') throw new Problem('REPORT_LOCKED');
    await this.checkDocuments(id, content);
    const saved = await this.database.transaction((tx) =>
      saveReportDraft(tx, { projectId: id, year }, { content, seen, by: person.personId }),
    );
    return { ...versionOf(saved, seen), missing: missingReportSections(content, report.shortForm) };
  }

  private async shownApplication(person: SignedIn, state: ProjectState): Promise<DraftRow<ApplicationContent> | undefined> {
    const last = state.submissions.at(-1);
    const showsDraft = open.has(state.subState) && mayEdit(person, state);
    return last === undefined || showsDraft
      ? applicationDraft(this.database, state.id)
      : submittedApplication(this.database, state.id, last.hash);
  }

  private async checkLocked(state: ProjectState, content: ApplicationContent): Promise<void> {
    const unlocked = openFields(state);
    const last = state.submissions.at(-1);
    if (unlocked === null || last === undefined) return;
    const before = await submittedApplication(this.database, state.id, last.hash);
    const locked = changedApplicationFields(before?.content ?? {}, content).filter((field) => !unlocked.includes(field));
    if (locked.length > 0) throw new Problem('FIELD_LOCKED', { values: { fields: locked } });
  }

  private async checkDocuments(id: string, content: { documents?: { documentId: string; sha256: string }[] }): Promise<void> {
    const [unknown] = await unknownDocuments(this.database, { kind: 'project', id }, content.documents ?? []);
    if (unknown !== undefined) throw new Problem('UNKNOWN_DOCUMENT', { values: { documentId: unknown.documentId } });
  }
}

function mayEdit(person: SignedIn, state: ProjectState): boolean {
  const own = projectRolesOf(person.personId, state);
  return own.has('starter') || own.has('AC') || own.has('PL');
}

/** What a correction unlocks; null when the whole form is open. */
function openFields(state: ProjectState): string[] | null {
  if (state.subState !== 'returned') return null;
  return state.check.rounds.at(-1)?.items.map((item) => item.target) ?? [];
}

function metaOf(row: DraftRow<unknown> | undefined): {
  version: number;
  hash: string | null;
  savedBy: string | null;
  savedAt: string | null;
} {
  if (row === undefined) return { version: 0, hash: null, savedBy: null, savedAt: null };
  return { version: row.version, hash: row.hash, savedBy: row.savedBy, savedAt: row.savedAt.toISOString() };
}

function versionOf(saved: SavedDraft, seen: number): { version: number; hash: string } {
  if (saved.ok) return { version: saved.version, hash: saved.hash };
  throw new Problem('STALE_REVISION', { values: { expectedRev: seen, currentRev: saved.current } });
}
