import { Inject, Injectable } from '@nestjs/common';
import { interventionCommands, type StandingRole } from '@app/domain';
import { listInterventions, type Door, type InterventionFilters, type InterventionPlace, type Sql } from '@app/persistence';
import { interventionWords, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import { DATABASE } from '../tokens';
import { toldInterventions } from './intervention-meaning';
import type { interventionKinds, interventionListQuery, interventionPage } from './interventions.schemas';

type Query = z.output<typeof interventionListQuery>;
type Filters = Omit<Query, 'limit' | 'cursor'>;

/** Roles that read what was done outside the ordinary course, and the proof of the ledger. */
export const keepersOfProof: readonly StandingRole[] = ['SH', 'AD', 'AU'];

const usualLimit = 50;
const sort = '-at';
const keyShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (\d{1,9})$/;

/** Filters of a query as readers take them. */
export function interventionFiltersOf({ kind, project, person, run, door, ...rest }: Filters): InterventionFilters {
  const filters = {
    ...rest,
    kinds: kind,
    projectId: project,
    personId: person,
    runId: run,
    doors: door as Door[] | undefined,
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** Throws NOT_ALLOWED for whoever may not read interventions and proofs; what they may read of them is asked in SQL. */
export function refuseOthers(person: SignedIn): void {
  if (!holdsOneOf(person, keepersOfProof)) throw new Problem('NOT_ALLOWED');
}

/** The list of interventions as one person may see it. */
@Injectable()
export class InterventionPages {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  /** One page, the newest first. Throws NOT_ALLOWED, and BAD_INPUT for a cursor of another list. */
  async list(
    person: SignedIn,
    { limit = usualLimit, cursor, ...filters }: Query,
    language: SpokenLanguage,
  ): Promise<z.output<typeof interventionPage>> {
    refuseOthers(person);
    const of = listMark('interventions', filters);
    const after = cursor === undefined ? {} : { after: placeOf(cursor, of) };
    const lines = await listInterventions(this.db, actorOf(person), { ...interventionFiltersOf(filters), limit, ...after });
    const page = lines.slice(0, limit);
    const last = page.at(-1)?.place;
    const next = lines.length > limit && last !== undefined ? cursorOf({ sort, key: `${last.at} ${last.rev}`, id: last.id, of }) : null;
    return { items: await toldInterventions(this.db, person, page, language), next };
  }

  /** The kinds there are, in words. Throws NOT_ALLOWED. */
  kinds(person: SignedIn, language: SpokenLanguage): z.output<typeof interventionKinds> {
    refuseOthers(person);
    const words = interventionWords[language].kinds;
    // Technical acts are named with a dot.
    const technical = Object.keys(words).filter((kind) => kind.includes('.'));
    return { items: [...interventionCommands, ...technical].map((kind) => ({ kind, label: words[kind] ?? kind })) };
  }
}

function placeOf(cursor: string, of: string): InterventionPlace {
  const { key, id } = positionOf(cursor, sort, { of, byInstant: false });
  const [, at, rev] = keyShape.exec(key) ?? [];
  if (at === undefined || Number.isNaN(Date.parse(at)))
    throw new Problem('BAD_INPUT', { fields: [{ path: 'cursor', code: 'CURSOR_OF_OTHER_LIST' }] });
  return { at, rev: Number(rev), id };
}
