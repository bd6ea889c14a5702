import { Inject, Injectable } from '@nestjs/common';
import {
  createBulkRun,
  findBulkRun,
  isSameBulkRun,
  listBulkRuns,
  type BulkRow,
  type BulkRun,
  type NewBulkRun,
  type TransactionSource,
} from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, doorOf, type SignedIn } from '../auth/signed-in';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { DATABASE } from '../tokens';
import { bulkCommand, type Inverse, type Meant } from './bulk-commands';
import { bulkRunOf } from './bulk-answers';
import { BulkLists } from './bulk-lists';
import { BulkPreview, type BulkQuestion } from './bulk-preview';
import { mayRunBulk, refuseUnlessBulkReader, refuseUnlessBulkRunner } from './bulk-rights';
import type { bulkFollowBody, bulkRunAnswer, bulkRunBody, bulkRunPage } from './bulk.schemas';

type Answer = z.output<typeof bulkRunAnswer>;
type Follow = z.output<typeof bulkFollowBody>;
type Asked = Pick<NewBulkRun, 'commandType' | 'payload' | 'reason' | 'asked'>;

const shown = 50;

/** Makes runs: chooses, asks the rules of each project, freezes the list. Nothing is done to a project here. */
@Injectable()
export class BulkDesk {
  constructor(
    @Inject(DATABASE) private readonly db: TransactionSource,
    private readonly lists: BulkLists,
    private readonly preview: BulkPreview,
  ) {}

  /** The last runs. */
  async list(person: SignedIn, language: SpokenLanguage): Promise<z.output<typeof bulkRunPage>> {
    refuseUnlessBulkReader(person);
    const runs = await listBulkRuns(this.db, shown);
    return { mayAct: mayRunBulk(person), items: runs.map((run) => bulkRunOf(run, language)) };
  }

  /** One run as it is kept. Throws NOT_FOUND. */
  async read(person: SignedIn, id: string): Promise<BulkRun> {
    refuseUnlessBulkReader(person);
    const run = await findBulkRun(this.db, id);
    if (run === undefined) throw new Problem('NOT_FOUND');
    return run;
  }

  /** Freezes a list with what would happen to each of its projects now. Throws what `BulkLists.idsOf` throws, BAD_INPUT and KEY_REUSED. */
  async make(call: CommandCall, body: z.output<typeof bulkRunBody>, language: SpokenLanguage): Promise<Answer> {
    refuseUnlessBulkRunner(call.person);
    const { command, wish, selection, reason, ...pace } = body;
    const checked = bulkCommand(command)?.wish.safeParse(wish);
    if (checked?.success !== true) throw new Problem('BAD_INPUT', { fields: fieldProblems(checked?.error.issues ?? []) });
    const asked = { commandType: command, payload: checked.data, reason, asked: { selection, ...pace } };
    return this.freeze(call, asked, language, async () => {
      const ids = await this.lists.idsOf(call.person, selection);
      const meant: BulkQuestion['meant'] = (place) =>
        (bulkCommand(command)?.meant as (wish: unknown, at: typeof place) => Meant)(checked.data, place);
      return { ...pace, rows: await this.preview.rows(this.question(call, asked, meant), ids) };
    });
  }

  /** A run that takes another back, over the rows that were applied; says of each what cannot be taken back. Throws NOT_FOUND, NOT_TAKEN_BACK and EMPTY_LIST. */
  async inverse(call: CommandCall, id: string, { reason, ...pace }: Follow, language: SpokenLanguage): Promise<Answer> {
    refuseUnlessBulkRunner(call.person);
    const run = await this.read(call.person, id);
    const inverse = bulkCommand(run.commandType)?.inverse;
    if (inverse === undefined || run.endedAt === null) throw new Problem('NOT_TAKEN_BACK');
    const asked = { commandType: inverse.type, payload: {}, reason, asked: { inverseOf: id, ...pace } };
    return this.freeze(call, asked, language, async () => {
      const applied = await this.lists.rowsIn(call.person, run, ['applied']);
      if (applied.length === 0) throw new Problem('EMPTY_LIST');
      const question = this.question(call, asked, inverseMeaning(inverse, applied));
      const rows = await this.preview.rows(
        question,
        applied.map((row) => row.entityId),
      );
      return { ...pace, inverseOf: id, rows };
    });
  }

  /** The rows of a run that were not acted on, because their projects had changed or it was stopped, looked at anew. Throws NOT_FOUND and EMPTY_LIST. */
  async again(call: CommandCall, id: string, { reason, ...pace }: Follow, language: SpokenLanguage): Promise<Answer> {
    refuseUnlessBulkRunner(call.person);
    const run = await this.read(call.person, id);
    const command = bulkCommand(run.commandType);
    if (command === undefined || run.endedAt === null) throw new Problem('EMPTY_LIST');
    const asked = { commandType: run.commandType, payload: run.payload, reason, asked: { again: id, ...pace } };
    return this.freeze(call, asked, language, async () => {
      const left = await this.lists.rowsIn(call.person, run, ['changed', 'waiting']);
      if (left.length === 0) throw new Problem('EMPTY_LIST');
      const meant: BulkQuestion['meant'] = (place) => (command.meant as (wish: unknown, at: typeof place) => Meant)(run.payload, place);
      return {
        ...pace,
        rows: await this.preview.rows(
          this.question(call, asked, meant),
          left.map((row) => row.entityId),
        ),
      };
    });
  }

  private question({ commandId, person }: CommandCall, { commandType, reason }: Asked, meant: BulkQuestion['meant']): BulkQuestion {
    return { runId: commandId, actor: actorOf(person), reason, commandType, meant };
  }

  /** Asked for again under its key, a run is as it was frozen: the projects may have moved on since. */
  private async freeze(
    { commandId, person }: CommandCall,
    asked: Asked,
    language: SpokenLanguage,
    look: () => Promise<Pick<NewBulkRun, 'rows'> & Partial<NewBulkRun>>,
  ): Promise<Answer> {
    const head = { id: commandId, createdBy: person.personId, ...asked };
    const same = await isSameBulkRun(this.db, head);
    if (same === undefined) {
      const run = { ...(await look()), ...head, door: doorOf(person), secondAbove: this.lists.secondAbove };
      const made = await this.db.transaction((tx) => createBulkRun(tx, run));
      if (made === 'key-reused') throw new Problem('KEY_REUSED');
    } else if (!same) throw new Problem('KEY_REUSED');
    return bulkRunOf(await this.read(person, commandId), language);
  }
}

function inverseMeaning(inverse: Inverse, rows: readonly BulkRow[]): BulkQuestion['meant'] {
  const byProject = new Map(rows.map((row) => [row.entityId, row]));
  return (_place, id) => {
    const row = byProject.get(id);
    if (row === undefined) return { refused: 'UNKNOWN_OBJECT' };
    return 'from' in inverse ? inverse.from(row.before ?? {}) : { payload: { interventionId: row.commandId } };
  };
}
