import type { Client } from '@temporalio/client';
import { openRoom, type EntityKey, type Sql } from '@app/persistence';
import type { DemoPerson } from '../engine/first-data/demo-people';
import { addressOf, cast, player } from '../story/cast';
import { callStory, type CallPlot } from '../story/call-story';
import { organizations } from '../story/organizations';
import { idOf } from '../story/story-ids';
import { play } from '../story/teller';
import { signIn, type ApiPerson } from './api-person';
import { createHttpTeller } from './http-teller';
import { roomClock } from './room-clock';
import { storyReader } from './story-lines';

/** What a rehearsal plays on. */
export interface RehearsalStage {
  db: Sql;
  client: Client;
  /** Address of the API, without a slash at the end. */
  api: string;
  people: readonly DemoPerson[];
}

/** What a rehearsal plays: a plot in a room of its own, told line by line. */
export interface Rehearsal {
  name: string;
  plotIn: (roomId: string) => CallPlot;
  tell: (line: string) => void;
}

/** What a rehearsal was. */
export interface RehearsalTotals {
  roomId: string;
  /** Time of the room at the end. */
  roomNow: string;
  /** Wake-ups and rounds of mail that the conductor played. */
  steps: number;
  commands: number;
  events: number;
  mails: number;
  wallMs: number;
}

const hourMs = 3_600_000;
/** Lines are read this often, not after every act. */
const tellEveryMs = 400;

/**
 * Opens a room and plays a call in it through the API, as the people who do each thing, to the end of its plot.
 * Rejects with the act's name when an act is refused.
 */
export async function rehearse({ db, client, api, people }: RehearsalStage, { name, plotIn, tell }: Rehearsal): Promise<RehearsalTotals> {
  const startedAt = Date.now();
  const roomId = await openRoom(db, { name, at: firstInstant(plotIn) });
  const { acts, threads } = callStory(plotIn(roomId));
  const clock = await roomClock(db, client, roomId);
  const teller = createHttpTeller({ db, as: peopleOf(api, people), runTo: clock.runTo });
  const labelOf = ({ kind, id }: EntityKey): string =>
    kind === 'call' ? threads.plot.code : (threads.projects.find((one) => one.projectId === id)?.plot.key ?? '?');
  const reader = storyReader(db, roomId, { names: namesOfCast(), labelOf });
  let toldAt = 0;
  await play(
    acts.map((act) => ({ ...act, tell: (one) => named(act.what, act.tell(one)) })),
    teller,
    undefined,
    async () => {
      if (Date.now() - toldAt < tellEveryMs) return;
      (await reader.next()).forEach(tell);
      toldAt = Date.now();
    },
  );
  const roomNow = acts.reduce((latest, { at }) => (at > latest ? at : latest), '');
  await clock.runTo(new Date(Date.parse(roomNow) + 24 * hourMs).toISOString());
  (await reader.next()).forEach(tell);
  const counts = { steps: clock.steps(), commands: teller.commands(), events: reader.events(), mails: reader.mails() };
  return { roomId, roomNow, ...counts, wallMs: Date.now() - startedAt };
}

/** An hour before the first act of the plot. */
function firstInstant(plotIn: Rehearsal['plotIn']): string {
  const first = callStory(plotIn('')).acts.reduce((earliest, { at }) => (at < earliest ? at : earliest), '9');
  return new Date(Date.parse(first) - hourMs).toISOString();
}

async function named(what: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Signs each player in at his first deed. */
function peopleOf(api: string, people: readonly DemoPerson[]): (key: string) => Promise<ApiPerson> {
  const signedIn = new Map<string, Promise<ApiPerson>>();
  return (key) => {
    const known = signedIn.get(key);
    if (known !== undefined) return known;
    const email = addressOf(player(key));
    const person = people.find((one) => one.email === email);
    if (person === undefined) throw new Error(`nobody signs in as ${email}`);
    const session = signIn(api, person);
    signedIn.set(key, session);
    return session;
  };
}

function namesOfCast(): Map<string, string> {
  return new Map([
    ...cast.map((one): [string, string] => [idOf(one.key), one.latinName]),
    ...organizations.map((one): [string, string] => [idOf(one.key), one.nameEn]),
  ]);
}
