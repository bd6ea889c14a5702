import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StandingRole } from '@app/domain';
import {
  comingDays,
  lastEngineCheck,
  listCalls,
  overviewFigures,
  undeliveredMails,
  waitingProjects,
  watchStanding,
  type CallLine,
  type Sql,
  type WaitingFor,
  type WaitingLine,
} from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { calendarEditors, missingCalendars } from '../calendar/missing-calendars';
import { DATABASE } from '../tokens';
import { toldStanding } from '../watchdog/watchdog-answers';
import { overview } from './overview.schemas';

const secretariat: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD', 'AU'];
const linesShown = 6;
const daysAhead = 14;

type Overview = z.output<typeof overview>;

/** The home page of whoever asks. */
@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Shows the reader’s day: what is late, what waits for whom, what comes, figures and the last check' })
  @ApiOkResponse({ standardSchema: overview })
  async overview(@CurrentPerson() person: SignedIn): Promise<Overview> {
    const { db } = this;
    const actor = actorOf(person);
    const ofSecretariat = holdsOneOf(person, secretariat);
    const waiting = async (whom: WaitingFor): Promise<Overview['mineOverdue']> => {
      const { lines, ...rest } = await waitingProjects(db, actor, whom, linesShown);
      return { ...rest, lines: lines.map(lineOf) };
    };
    const [figures, mineOverdue, waitingForMe, waitingForOthers, coming, undelivered, calls, lastCheck, missing, watch] = await Promise.all(
      [
        overviewFigures(db, actor),
        waiting('me-overdue'),
        waiting('me'),
        waiting('others'),
        comingDays(db, actor, daysAhead),
        ofSecretariat ? this.undelivered() : null,
        listCalls(db, actor),
        ofSecretariat ? this.lastCheck() : null,
        holdsOneOf(person, calendarEditors) ? missingCalendars(db) : null,
        ofSecretariat ? watchStanding(db).then(toldStanding) : null,
      ],
    );
    return {
      at: new Date().toISOString(),
      ofSecretariat,
      ...figures,
      mineOverdue,
      waitingForMe,
      waitingForOthers,
      coming,
      undelivered,
      ...nearestCalls(calls, Date.now()),
      lastCheck,
      missingCalendars: missing,
      watch,
    };
  }

  private async undelivered(): Promise<NonNullable<Overview['undelivered']>> {
    const { total, lines } = await undeliveredMails(this.db, linesShown);
    return { total, lines: lines.map((line) => ({ ...line, at: line.at.toISOString() })) };
  }

  private async lastCheck(): Promise<Overview['lastCheck']> {
    const check = await lastEngineCheck(this.db, 'sweep');
    if (check === undefined) return null;
    // The desk is told to look at each check; that heals nothing.
    const { desksStarted: _, ...healed } = check.report;
    return { endedAt: check.endedAt.toISOString(), healed: Object.values(healed).reduce((sum, one) => sum + one, 0) };
  }
}

function lineOf(line: WaitingLine): Overview['mineOverdue']['lines'][number] {
  return { ...line, endsAt: line.endsAt.toISOString() };
}

/** Calls that are not over: open windows first, the one that closes next before the others; then those that will open; then the newest of the rest. */
function nearestCalls(all: CallLine[], nowMs: number): Pick<Overview, 'calls' | 'callsInAll'> {
  const running = all.filter((call) => !call.closed);
  const place = ({ opensAt, closesAt }: CallLine): [number, number] => {
    if (closesAt.getTime() <= nowMs) return [2, -closesAt.getTime()];
    return opensAt.getTime() <= nowMs ? [0, closesAt.getTime()] : [1, opensAt.getTime()];
  };
  const inOrder = [...running].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
  return { calls: inOrder.slice(0, linesShown).map(callOf), callsInAll: running.length };
}

function callOf({ id, code, subState, opensAt, closesAt, applications }: CallLine): Overview['calls'][number] {
  return { id, code, subState, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), applications };
}
