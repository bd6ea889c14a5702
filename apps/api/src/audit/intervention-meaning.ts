import { bodiesOfMany, type EntryBody, type InterventionAnswer, type InterventionLine, type Sql } from '@app/persistence';
import { interventionWords, proposalPhrase, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { namesIn } from '../http/names';
import { seesEvent } from '../project/event-sight';
import { changeWithNames, explainEvent } from '../project/explain-event';
import { meaningsOf } from '../project/project-history';
import type { FactChange } from '../project/state-facts';
import { technicalChanges } from './technical-changes';
import type { interventionLine } from './interventions.schemas';

type Told = z.output<typeof interventionLine>;

interface Meaning {
  body: EntryBody | undefined;
  changes: FactChange[];
  about: Told['about'];
  lapsed: boolean;
}

/** Interventions as a reader is told them: what happened in sentences, before and after, and what became of each. Reads each project's ledger once. */
export async function toldInterventions(
  db: Sql,
  person: SignedIn,
  lines: readonly InterventionLine[],
  language: SpokenLanguage,
): Promise<Told[]> {
  const meanings = await meaningsOfLines(db, person, lines, language);
  const said = meanings.map(({ body, changes }) => ({ events: body?.events, changes }));
  const names = await namesIn(db, said);
  const actor = actorOf(person);
  return lines.map((line, index) => {
    const { body, changes = [], about = null, lapsed = false } = meanings[index] ?? {};
    const events = (body?.events ?? []).filter((event) => seesEvent(actor, event));
    return {
      ...headOf(line, language),
      events: events.map((event) => explainEvent(event, names, language)),
      changes: changes.map((change) => changeWithNames(change, names, language)),
      about,
      proposal: proposalOf(line, body, lapsed, language),
      technical: technicalOf(line, language),
    };
  });
}

function headOf(line: InterventionLine, language: SpokenLanguage): Omit<Told, 'events' | 'changes' | 'about' | 'proposal' | 'technical'> {
  const { id, kind, entity, rev, reference, personId, personName, onBehalfOfName, door, reason, at, policyVersion, runId, undoneBy } = line;
  return {
    ...{ id, kind, rev, reference, personId, onBehalfOfName, door, reason, policyVersion, runId },
    label: labelOf(kind, language),
    entityKind: entity?.kind ?? null,
    entityId: entity?.id ?? null,
    personName: personName ?? '',
    at: at.toISOString(),
    undoneBy: undoneBy === null ? null : undoneWith(undoneBy, language),
  };
}

function undoneWith({ type, id, name, at, rev }: InterventionAnswer, language: SpokenLanguage): Told['undoneBy'] {
  return { ...{ id, at, rev, kind: type, byName: name ?? '' }, label: labelOf(type, language) };
}

/** The name of a kind of command; its type where it has no words: a proposal may be about a command that is no intervention. */
function labelOf(kind: string, language: SpokenLanguage): string {
  return interventionWords[language].kinds[kind] ?? kind;
}

async function meaningsOfLines(
  db: Sql,
  person: SignedIn,
  lines: readonly InterventionLine[],
  language: SpokenLanguage,
): Promise<Meaning[]> {
  const keyOf = ({ entity }: InterventionLine): string => (entity === null ? '-' : `${entity.kind}/${entity.id}`);
  const entities = new Map(lines.flatMap((line) => (line.entity === null || line.technical !== null ? [] : [[keyOf(line), line.entity]])));
  const bodies = await bodiesOfMany(db, [...entities.values()]);
  const folded = new Map(
    [...entities].map(([key, entity]) => [key, entity.kind === 'project' ? meaningsOf(actorOf(person), bodies.get(key) ?? []) : undefined]),
  );
  return lines.map((line) => {
    if (line.technical !== null) return { body: undefined, changes: [], about: null, lapsed: false };
    const all = bodies.get(keyOf(line)) ?? [];
    const body = all.find((one) => one.rev === line.rev);
    return {
      body,
      changes: folded.get(keyOf(line))?.get(line.rev)?.changes ?? [],
      about: aboutOf(body, all, language),
      lapsed: all.some((one) => one.events.some((event) => event.type === 'ProposalLapsed' && namedIn(event) === line.id)),
    };
  });
}

function namedIn(event: { type: string }): unknown {
  return (event as { proposalId?: unknown }).proposalId;
}

function technicalOf({ technical }: InterventionLine, language: SpokenLanguage): Told['technical'] {
  if (technical === null) return null;
  const { state, resultCode, before, after } = technical;
  const changes = technicalChanges(before, after, language);
  return { state, resultCode, before, after, changes, phrase: interventionWords[language].states[state] };
}

/** The act that an answer or an undo names. */
function aboutOf(body: EntryBody | undefined, all: readonly EntryBody[], language: SpokenLanguage): Told['about'] {
  const { proposalId, interventionId } = (body?.payload ?? {}) as { proposalId?: string; interventionId?: string };
  const named = all.find((one) => one.commandId === (proposalId ?? interventionId));
  return named === undefined ? null : { kind: named.type, label: labelOf(named.type, language), rev: named.rev };
}

/** What became of what needed a second person; nothing for acts that needed none. */
function proposalOf(line: InterventionLine, body: EntryBody | undefined, lapsed: boolean, language: SpokenLanguage): Told['proposal'] {
  const { answeredBy } = line;
  if (answeredBy === null) {
    if (!waits(line, body)) return null;
    const is = lapsed ? 'lapsed' : 'open';
    return { is, byName: null, at: null, phrase: proposalPhrase(is, {}, language) };
  }
  const is = answeredBy.type === 'ConfirmProposal' ? 'approved' : 'rejected';
  const byName = answeredBy.name ?? '';
  return { is, byName, at: answeredBy.at, phrase: proposalPhrase(is, { by: byName, at: answeredBy.at }, language) };
}

function waits({ technical }: InterventionLine, body: EntryBody | undefined): boolean {
  return technical?.state === 'proposed' || body?.events.some((event) => event.type === 'ProposalMade') === true;
}
