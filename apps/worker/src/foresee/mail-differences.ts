import { localDateOf, type Instant } from '@app/domain';
import type { DryRunLine, DryRunLoads } from '@app/persistence';
import type { ComingMail } from './coming-mails';

function byKey(mails: readonly ComingMail[]): Map<string, ComingMail[]> {
  const found = new Map<string, ComingMail[]>();
  for (const mail of mails) {
    const known = found.get(mail.key);
    if (known === undefined) found.set(mail.key, [mail]);
    else known.push(mail);
  }
  for (const list of found.values()) if (list.length > 1) list.sort((a, b) => (a.sendAt < b.sendAt ? -1 : 1));
  return found;
}

function isTonight(was: ComingMail | undefined, is: ComingMail, tonight: Instant): boolean {
  return is.notification === 'escalation' && is.toldAt <= tonight && (was === undefined || was.toldAt > tonight);
}

const kindOf = (was: ComingMail | undefined, is: ComingMail | undefined): DryRunLine['kind'] => {
  if (was === undefined) return 'new';
  return is === undefined ? 'gone' : 'moved';
};

function lineOf(was: ComingMail | undefined, is: ComingMail | undefined, tonight: Instant): DryRunLine[] {
  const mail = is ?? was;
  if (mail === undefined || was?.sendAt === is?.sendAt) return [];
  const { notification, rule, object, step, level, personId, role, country } = mail;
  const [from, to] = [was, is].map((one) => one?.sendAt ?? null) as [Instant | null, Instant | null];
  const line = { kind: kindOf(was, is), notification, rule, object, step, level, personId, role, country, from, to };
  return [is !== undefined && isTonight(was, is, tonight) ? { ...line, tonight: true } : line];
}

/**
 * Which mails move, come and go between two futures: the same mail of the ladder to the same person is known by its step, whatever its date.
 * @param tonight until when an escalation counts as one that goes at once
 */
export function mailLines(before: readonly ComingMail[], after: readonly ComingMail[], tonight: Instant): DryRunLine[] {
  const [was, is] = [byKey(before), byKey(after)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].flatMap((key) => {
    const [old, anew] = [was.get(key) ?? [], is.get(key) ?? []];
    return Array.from({ length: Math.max(old.length, anew.length) }, (_, no) => lineOf(old[no], anew[no], tonight)).flat();
  });
}

/** How many mails each person gets on each day of his own, on both sides. */
export function mailLoads(before: readonly ComingMail[], after: readonly ComingMail[]): DryRunLoads {
  const found: DryRunLoads = {};
  const count = (side: 0 | 1, { personId, zone, sendAt }: ComingMail): void => {
    const days = (found[personId] ??= {});
    const load = (days[localDateOf(sendAt, zone)] ??= [0, 0]);
    load[side] += 1;
  };
  for (const mail of before) count(0, mail);
  for (const mail of after) count(1, mail);
  return found;
}
