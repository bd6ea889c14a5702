import { Inject, Injectable } from '@nestjs/common';
import { calendarFaults, type Country, type StandingRole } from '@app/domain';
import {
  beginCalendarDraft,
  calendarDraft,
  calendarYear,
  calendarYears,
  decideCalendar,
  discardCalendarDraft,
  openCalendarDrafts,
  proposeCalendar,
  saveCalendarDraft,
  withdrawAct,
  type CalendarDraft,
  type CalendarDraftOutcome,
  type PublicationOutcome,
} from '@app/persistence';
import { problemSentence, readCalendarFile, UnreadableCalendar, type CalendarFormat, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Maintenance } from '../command-gateway/maintenance';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { publisherOf } from '../policy/publisher';
import { DATABASE } from '../tokens';
import { calendarEditors, missingCalendars } from './missing-calendars';
import { draftAnswerOf, draftLineOf } from './calendar-answer';
import type {
  calendarDraftAnswer,
  calendarDraftBody,
  calendarImport,
  calendarList,
  calendarTable,
  discardedCalendar,
} from './calendars.schemas';

type Answer = z.output<typeof calendarDraftAnswer>;

const readers: readonly StandingRole[] = ['SH', 'AD', 'CC', 'CM', 'CO', 'AU'];

/** Reads the countries' calendars, writes drafts of a year, and has them published by two people. */
@Injectable()
export class CalendarsDesk {
  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    private readonly maintenance: Maintenance,
  ) {}

  /** Tables, open drafts, and what is missing. Throws NOT_ALLOWED. */
  async list(person: SignedIn): Promise<z.output<typeof calendarList>> {
    refuseUnless(person, readers);
    const [tables, drafts] = [await calendarYears(this.db), await openCalendarDrafts(this.db)];
    return {
      tables: tables.map(({ country, year, version, source, days }) => ({
        ...{ country, year, version, source: source ?? null, days: days.length },
        provisional: days.filter(({ status }) => status === 'provisional').length,
      })),
      drafts: drafts.map(draftLineOf),
      missing: await missingCalendars(this.db),
      mayDraft: holdsOneOf(person, calendarEditors),
    };
  }

  /** A country's year. Throws NOT_ALLOWED and NOT_FOUND. */
  async table(person: SignedIn, country: Country, year: number): Promise<z.output<typeof calendarTable>> {
    refuseUnless(person, readers);
    const table = await calendarYear(this.db, country, year);
    if (table === undefined) throw new Problem('NOT_FOUND');
    return { ...table, source: table.source ?? null };
  }

  /** Begins a draft, once under its key. Throws NOT_ALLOWED and KEY_REUSED. */
  async begin({ person, commandId }: CommandCall, of: { country: Country; year: number }, language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, calendarEditors);
    const begun = await this.db.transaction((tx) => beginCalendarDraft(tx, { id: commandId, ...of, by: person.personId }));
    if (!begun) throw new Problem('KEY_REUSED');
    return this.read(person, commandId, language);
  }

  /** One draft. Throws NOT_ALLOWED and NOT_FOUND. */
  async read(person: SignedIn, id: string, language: SpokenLanguage): Promise<Answer> {
    return draftAnswerOf(this.db, { draft: await this.find(person, id), person, mayEdit: holdsOneOf(person, calendarEditors) }, language);
  }

  /** Saves the days of a draft. Throws NOT_ALLOWED, NOT_FOUND, DRAFT_CLOSED, STALE_REVISION, POLICY_PROPOSED, and BAD_INPUT naming each wrong day. */
  async write(
    person: SignedIn,
    { id, seen, body }: { id: string; seen: number; body: z.output<typeof calendarDraftBody> },
    language: SpokenLanguage,
  ): Promise<Answer> {
    const draft = await this.open(person, id);
    const faults = calendarFaults(draft.year, body.days);
    if (faults.length > 0)
      throw new Problem('BAD_INPUT', {
        fields: faults.map(({ index, code, date }) => ({ path: `days.${index}`, code, values: { date } })),
      });
    const days = [...body.days].sort((a, b) => a.date.localeCompare(b.date)) as Parameters<typeof saveCalendarDraft>[2]['days'];
    refuseUnsaved(
      await this.db.transaction((tx) => saveCalendarDraft(tx, id, { days, source: body.source.trim(), seen, by: person.personId })),
      seen,
    );
    return this.read(person, id, language);
  }

  /** Discards a draft. Throws as `write` does. */
  async discard(person: SignedIn, id: string, seen: number): Promise<z.output<typeof discardedCalendar>> {
    await this.open(person, id);
    refuseUnsaved(await this.db.transaction((tx) => discardCalendarDraft(tx, id, seen)), seen);
    return { discarded: true };
  }

  /** Proposes a draft, once under its key. Throws why it cannot be proposed. */
  async propose(
    { person, commandId }: CommandCall,
    proposal: { draftId: string; seen: number; reason: string },
    language: SpokenLanguage,
  ): Promise<Answer> {
    await this.find(person, proposal.draftId);
    const outcome = await this.db.transaction((tx) => proposeCalendar(tx, { actId: commandId, ...proposal }, publisherOf(person)));
    return this.after(outcome, { person, id: proposal.draftId }, language);
  }

  /** A second person's word; whoever proposed it may take it back. Confirmed, the worker computes the dates anew. Throws why it is refused. */
  async decide(
    person: SignedIn,
    { id, verdict }: { id: string; verdict: 'confirm' | 'reject' },
    language: SpokenLanguage,
  ): Promise<Answer> {
    refuseUnless(person, calendarEditors);
    const { proposalId } = await this.find(person, id);
    if (verdict === 'reject' && proposalId !== null && (await withdrawAct(this.db, proposalId, person.personId)))
      return this.read(person, id, language);
    const outcome = await this.db.transaction((tx) => decideCalendar(tx, id, verdict, publisherOf(person)));
    if (outcome.is === 'act' && verdict === 'confirm') await this.maintenance.start({ task: 'calendars', id: outcome.act.id });
    return this.after(outcome, { person, id }, language);
  }

  /** What a file says; nothing is written. Throws NOT_ALLOWED and CALENDAR_UNREADABLE. */
  preview(person: SignedIn, bytes: Uint8Array, format: CalendarFormat, language: SpokenLanguage): z.output<typeof calendarImport> {
    refuseUnless(person, calendarEditors);
    try {
      const { days, faults, encoding } = readCalendarFile(bytes, format);
      return { days, encoding, faults: faults.map((one) => ({ ...one, ...problemSentence(one.code, language) })) };
    } catch (error) {
      if (error instanceof UnreadableCalendar) throw new Problem('CALENDAR_UNREADABLE');
      throw error;
    }
  }

  private after(outcome: PublicationOutcome, { person, id }: { person: SignedIn; id: string }, language: SpokenLanguage): Promise<Answer> {
    if (outcome.is === 'refused') throw new Problem(outcome.code, outcome.values === undefined ? {} : { values: outcome.values });
    return this.read(person, id, language);
  }

  private async find(person: SignedIn, id: string): Promise<CalendarDraft> {
    refuseUnless(person, readers);
    const draft = await calendarDraft(this.db, id);
    if (draft === undefined) throw new Problem('NOT_FOUND');
    return draft;
  }

  private async open(person: SignedIn, id: string): Promise<CalendarDraft> {
    refuseUnless(person, calendarEditors);
    const draft = await this.find(person, id);
    if (draft.state !== 'draft') throw new Problem('DRAFT_CLOSED');
    return draft;
  }
}

function refuseUnless(person: SignedIn, roles: readonly StandingRole[]): void {
  if (!holdsOneOf(person, roles)) throw new Problem('NOT_ALLOWED');
}

function refuseUnsaved(outcome: CalendarDraftOutcome, seen: number): void {
  if (outcome.is === 'stale') throw new Problem('STALE_REVISION', { values: { expectedRev: seen, currentRev: outcome.current } });
  if (outcome.is === 'proposed') throw new Problem('POLICY_PROPOSED');
  if (outcome.is === 'missing') throw new Problem('NOT_FOUND');
}
