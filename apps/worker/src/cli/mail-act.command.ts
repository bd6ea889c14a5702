import { randomUUID } from 'node:crypto';
import {
  accountBySignIn,
  accountPerson,
  actOnMail,
  decideUncertain,
  hasWorkingAddress,
  hurryMail,
  mailDetail,
  sendAgain,
  skipMail,
  waitingAgain,
  type AccountPerson,
  type MailActKind,
  type MailActOutcome,
  type MailChange,
  type MailDetail,
  type Sql,
} from '@app/persistence';
import type { Command } from 'commander';
import { UsageError, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

interface ActOptions {
  as: string;
  reason: string;
  key?: string;
}

/** What is asked of one mail: answers what it changed, or why not. */
type Work = (tx: Sql, mail: MailDetail, person: AccountPerson) => Promise<MailChange | string>;

interface OneAct {
  name: string;
  description: string;
  act: MailActKind;
  work: Work;
}

const isWaiting = ({ state, word }: MailDetail): boolean => state === 'created' && word !== 'uncertain';
const hasEnded: ReadonlySet<string> = new Set(['sent', 'failed']);

const decide =
  (decision: 'send-again' | 'delivered'): Work =>
  async (tx, { id }) =>
    (await decideUncertain(tx, id, decision)) ? { before: { state: 'uncertain' }, after: { decision } } : 'MAIL_NOT_UNCERTAIN';

/** The acts of the page on one mail, each with the same limits; the desk asks again before anything leaves. */
const oneMail: readonly OneAct[] = [
  {
    name: 'skip',
    description: 'keeps one waiting mail from ever leaving; a formal letter only for the head of the Secretariat',
    act: 'skip',
    work: async (tx, mail, person) => {
      if (mail.class === 'letter' && !person.roles.includes('SH')) return 'NOT_ALLOWED';
      return isWaiting(mail) ? ((await skipMail(tx, mail.id)) ?? 'MAIL_LEFT') : 'MAIL_LEFT';
    },
  },
  {
    name: 'send-now',
    description: 'lets one waiting mail leave now, in the reader’s working hours',
    act: 'send-now',
    work: async (tx, mail) => (isWaiting(mail) ? ((await hurryMail(tx, mail.id)) ?? 'MAIL_LEFT') : 'MAIL_LEFT'),
  },
  {
    name: 'send-again',
    description: 'sends one mail that has left or failed again, as a new mail',
    act: 'send-again',
    work: async (tx, mail) => {
      if (!hasEnded.has(mail.state) || (await waitingAgain(tx, mail)) !== undefined) return 'MAIL_WAITS';
      return (await hasWorkingAddress(tx, mail.personId)) ? sendAgain(tx, mail.id) : 'NO_WORKING_ADDRESS';
    },
  },
  {
    name: 'resolve-again',
    description: 'decides that a mail nobody knows the fate of goes again',
    act: 'decide-send-again',
    work: decide('send-again'),
  },
  {
    name: 'resolve-delivered',
    description: 'decides that a mail nobody knows the fate of counts as delivered',
    act: 'decide-delivered',
    work: decide('delivered'),
  },
];

/** `mail skip|send-now|send-again|resolve-again|resolve-delivered <id>`: what the page does with one mail, on record with who and why. */
export function addMailActs(mail: Command, cli: Cli): void {
  for (const one of oneMail)
    mail
      .command(`${one.name} <mail>`)
      .description(one.description)
      .requiredOption('--as <sign-in>', 'who does it')
      .requiredOption('--reason <text>', 'why; kept on record')
      .option('--key <uuid>', 'the same key is the same act')
      .action(cli.answer((id: string, options: ActOptions) => cli.onDatabase((db) => carryOut(db, one, id, options))));
}

async function personOf(db: CliDatabase, signIn: string): Promise<AccountPerson> {
  const account = await accountBySignIn(db, signIn);
  const person = account === undefined || account.disabled ? undefined : await accountPerson(db, account.personId);
  if (person === undefined) throw new UsageError(`Nobody signs in as ${signIn}.`);
  if (!person.roles.some((role) => role === 'CO' || role === 'SH' || role === 'AD'))
    throw new UsageError(`${signIn} may not act on mails.`);
  return person;
}

async function carryOut(db: CliDatabase, { act, work }: OneAct, id: string, { as, reason, key }: ActOptions): Promise<CliAnswer> {
  const person = await personOf(db, as);
  if (reason.trim() === '') throw new UsageError('--reason must not be empty');
  const by = { key: key ?? randomUUID(), personId: person.personId, reason: reason.trim(), door: 'cli' as const };
  const outcome = await db.transaction((tx) =>
    actOnMail(tx, { mailId: id, act, by }, async () => {
      const mail = await mailDetail(tx, id);
      return mail === undefined ? 'NOT_FOUND' : work(tx, mail, person);
    }),
  );
  return answerOf(outcome);
}

function answerOf(outcome: MailActOutcome): CliAnswer {
  if (outcome.is === 'key-reused') throw new UsageError('This key was used for something else.');
  if (outcome.is === 'refused') return { value: outcome, text: `Refused: ${outcome.code}.`, exitCode: 1 };
  return { value: outcome, text: outcome.is === 'done' ? 'Done; the mail desk looks within a minute.' : 'It was done before.' };
}
