import { join } from 'node:path';
import type { Logger } from 'pino';
import {
  closeAlarm,
  noteTold,
  openAlarm,
  twoReaders,
  watchStanding,
  type Sql,
  type ToldReader,
  type WatchReader,
  type WatchStanding,
} from '@app/persistence';
import { stoppedProofMail, type Config } from '@app/platform';
import { createMailTransport, defaultTransportLimits, type MailTransport } from '../../notification/mail-transport';
import { sendPlainMail } from './send-plain-mail';
import { readNotes, writeNotes, type WatchNotes } from './watch-notes';

/** Looks once a minute whether the proof still comes, and tells two people when it does not: once an incident, straight to the mail server. */
export interface Alarm {
  minute: () => Promise<void>;
  close: () => void;
}

/** What telling needs. */
export interface AlarmTools {
  db: Sql;
  transport: MailTransport;
  config: Pick<Config, 'mail' | 'http' | 'watch'>;
  by: 'watchdog' | 'worker';
  /** Where the watchdog keeps what it must know when the database is away; a worker keeps nothing. */
  notesPath?: string;
  logger: Pick<Logger, 'warn' | 'error'>;
}

/** After a start the proof has this long to come, whatever its age: the instance may have been down for days. */
const graceMs = 600_000;
/** Without the database nobody knows the age of the last proof but we: it is old after this. */
const oldMs = 7_200_000;

/** An alarm for a process; it opens nothing before it has to tell somebody. */
export function composeAlarm(config: Config, db: Sql, by: AlarmTools['by'], logger: AlarmTools['logger']): Alarm {
  const transport = createMailTransport({ url: config.mail.smtpUrl, rehearsal: config.mode === 'rehearsal', ...defaultTransportLimits });
  const tools = { db, transport, config, by, logger, ...(by === 'watchdog' ? { notesPath: join(config.dataDir, 'watchdog.json') } : {}) };
  const began = performance.now();
  return { minute: () => lookAtProof(tools, performance.now() - began), close: () => transport.close() };
}

/** Looks at the age of the last proof. @param upMs how long this process has run */
export async function lookAtProof(tools: AlarmTools, upMs: number): Promise<void> {
  const notes = await readNotes(tools.notesPath);
  let standing: WatchStanding;
  try {
    standing = await watchStanding(tools.db);
  } catch {
    if (upMs > graceMs && !notes.told && Date.now() - notes.provedMs > oldMs) await tellWithoutDatabase(tools, notes);
    return;
  }
  if (!standing.isOld) {
    await closeAlarm(tools.db);
    const provedMs = standing.provedAt?.getTime() ?? notes.provedMs;
    return writeNotes(tools.notesPath, { told: false, provedMs, readers: await twoReaders(tools.db, tools.config.watch.watchers) });
  }
  if (upMs > graceMs) await tellOnce(tools, notes, standing);
}

/** Tells the two people that the proof has stopped, unless somebody has told them of this incident. */
async function tellOnce(tools: AlarmTools, notes: WatchNotes, { provedAt }: WatchStanding): Promise<void> {
  const id = await openAlarm(tools.db, tools.by, provedAt);
  if (id === undefined || notes.told) return;
  await noteTold(tools.db, id, await tell(tools, await twoReaders(tools.db, tools.config.watch.watchers), provedAt));
}

async function tellWithoutDatabase(tools: AlarmTools, notes: WatchNotes): Promise<void> {
  await tell(tools, notes.readers, notes.provedMs === 0 ? null : new Date(notes.provedMs));
  await writeNotes(tools.notesPath, { ...notes, told: true });
}

async function tell(tools: AlarmTools, readers: readonly WatchReader[], provedAt: Date | null): Promise<ToldReader[]> {
  const told: ToldReader[] = [];
  for (const reader of readers) told.push({ address: reader.address, said: await tellOne(tools, reader, provedAt) });
  tools.logger.error({ readers: told.length, said: told.map(({ said }) => said) }, 'the proof has stopped; people were told');
  return told;
}

async function tellOne(
  { transport, config, by }: AlarmTools,
  { name, address, language }: WatchReader,
  provedAt: Date | null,
): Promise<string> {
  const mail = stoppedProofMail(language, { name, provedAt, by, page: `${config.http.publicUrl}/administration/watchdog` });
  const key = `watchdog/${provedAt?.toISOString() ?? 'never'}/${address}`;
  return (await sendPlainMail(transport, config, { key, name, address, mail })).said;
}
