import {
  forecast,
  projectDecider,
  resolveRecipients,
  sendTime,
  stillNeeded,
  supersededSteps,
  type Calendars,
  type Directory,
  type Instant,
  type NotificationIntent,
  type Policy,
  type ProjectState,
  type Recipient,
} from '@app/domain';

/** What will happen to a project if nobody acts, as lines: steps of the clock, and mails with their fate. */
export interface ProjectForecast {
  steps: string[];
  mails: string[];
}

/** What a forecast is made from. */
export interface ForecastBasis {
  state: ProjectState;
  policy: Policy;
  calendars: Calendars;
  directoryOf: (intents: NotificationIntent[]) => Promise<Directory>;
  until: Instant;
}

/** A step of the clock as a line that the ledger gives as well. */
export function stepLine(at: Instant, key: string, events: { type: string }[]): string {
  return `${at} ${key}: ${events.map((event) => event.type).join(' ')}`;
}

/** A mail as a line that the outbox gives as well. */
export function mailLine(mail: { at: Instant; key: string; role: string; copy: boolean; fate: string }): string {
  return `${mail.at} ${mail.key} as ${mail.role}${mail.copy ? ' (copy)' : ''}: ${mail.fate}`;
}

interface ExpectedMail {
  id: string;
  at: Instant;
  intent: NotificationIntent;
  recipient: Recipient;
}

/** The forecast of a project, with people and send times, by the functions of the domain alone. Nothing of it reads what the worker did. */
export async function forecastProject(id: string, basis: ForecastBasis): Promise<ProjectForecast> {
  const { policy, calendars, until } = basis;
  const lines = forecast(projectDecider, id, basis.state, { policy, calendars, until });
  const moments: { at: Instant; state: ProjectState }[] = [{ at: '', state: basis.state }];
  const expected = new Map<string, ExpectedMail>();
  for (const { at, events, notifications } of lines) {
    const before = moments.at(-1)?.state ?? basis.state;
    const state = events.reduce<ProjectState>((folded, event) => projectDecider.evolve(folded, event), before);
    moments.push({ at, state });
    const directory = await basis.directoryOf(notifications);
    for (const intent of notifications) {
      for (const recipient of resolveRecipients(intent, state, directory)) {
        const key = `project/${id}/${intent.rule}/${intent.object}/${intent.step}/${intent.series}/${recipient.personId}`;
        if (!expected.has(key)) expected.set(key, { id: key, at: sendTime(intent, recipient, at, policy, calendars), intent, recipient });
      }
    }
  }
  const due = [...expected.values()].filter((mail) => mail.at <= until);
  const fates = await fatesOf(id, due, (at) => stateAt(moments, at), basis);
  return {
    steps: lines.map(({ at, occurrence, events }) => stepLine(at, occurrence.key, events)),
    mails: due
      .map(({ id: key, at, recipient }) =>
        mailLine({ at, key, role: recipient.role, copy: recipient.copy, fate: fates.get(key) ?? 'sent' }),
      )
      .sort(),
  };
}

function stateAt(moments: { at: Instant; state: ProjectState }[], at: Instant): ProjectState {
  const last = moments.filter((moment) => moment.at <= at).at(-1);
  if (last === undefined) throw new Error('a forecast has a first moment');
  return last.state;
}

/** The mails that will not be sent, with the reason: asked when each may leave, in the state of that moment. */
async function fatesOf(
  entity: string,
  mails: ExpectedMail[],
  stateOf: (at: Instant) => ProjectState,
  { directoryOf }: ForecastBasis,
): Promise<Map<string, string>> {
  const fates = new Map<string, string>();
  for (const { id, at, intent, recipient } of mails) {
    const need = stillNeeded({ ...intent, ...recipient }, stateOf(at), await directoryOf([intent]), at);
    if (!need.needed) fates.set(id, `cancelled, ${need.why}`);
  }
  const together = new Map<string, ExpectedMail[]>();
  for (const mail of mails.filter(({ id }) => !fates.has(id))) {
    const group = `${mail.at}/${mail.recipient.personId}`;
    together.set(group, [...(together.get(group) ?? []), mail]);
  }
  for (const group of together.values())
    for (const id of supersededSteps(group.map(({ id: key, intent }) => ({ ...intent, id: key, entity }))))
      fates.set(id, 'cancelled, superseded');
  return fates;
}
