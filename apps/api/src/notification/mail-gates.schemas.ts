import { countries, ladderKeys, notificationKinds } from '@app/domain';
import { gateScopes, waitReasons, type MailGate } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const rules: readonly string[] = [...ladderKeys, ...notificationKinds];

/** Which mail: the key of `everything` is `*`, of a rule its name, of a country its code, of a project (or a call) its id. */
const gate = {
  scope: z.enum(gateScopes),
  key: wire.line(100).meta({ description: '`*` for everything, else a rule, a country code, or the id of a project or call' }),
};

/** Whether the key is one of its scope. */
function isGate({ scope, key }: MailGate): boolean {
  const known: Record<MailGate['scope'], () => boolean> = {
    everything: () => key === '*',
    rule: () => rules.includes(key),
    country: () => (countries as readonly string[]).includes(key),
    project: () => z.uuid().safeParse(key).success,
  };
  return known[scope]();
}

const keyOfScope = { error: 'WRONG_TYPE', path: ['key'] };

/** A gate in an address. */
export const gateQuery = z.strictObject(gate).refine(isGate, keyOfScope);

/** Which mail is stopped or released, and why. */
export const gateActBody = z
  .strictObject({ ...gate, reason: wire.lines(2_000) })
  .refine(isGate, keyOfScope)
  .meta({ id: 'MailGateAct' });

/** What is stopped, and what the reader may do about it. */
export const gatesAnswer = z
  .object({
    mayAct: z.boolean().meta({ description: 'May stop and release mail of one rule, country or project' }),
    mayStopEverything: z.boolean(),
    items: z.array(
      z.object({
        ...gate,
        reference: z.string().nullable(),
        closedByName: z.string().nullable().meta({ description: 'Null for somebody who works on the server itself' }),
        closedAt: instant,
        reason: z.string(),
        waiting: z.number().int().meta({ description: 'How many mails wait behind it' }),
      }),
    ),
  })
  .meta({ id: 'MailGates' });

/** What waits and why. */
export const waitingAnswer = z
  .object({
    total: z.number().int(),
    items: z.array(
      z.object({
        rule: z.string(),
        country: z.string(),
        reason: z.enum(waitReasons),
        count: z.number().int(),
        since: instant,
      }),
    ),
  })
  .meta({ id: 'WaitingMails' });

/** What would happen if a gate were opened now. */
export const releaseCheckAnswer = z
  .object({
    checked: z.number().int().meta({ description: 'So many of the mails whose time has come were asked whether they are still needed' }),
    more: z.boolean().meta({ description: 'There are more; they are asked when they leave, like these' }),
    leaving: z.number().int(),
    notNeeded: z.array(z.object({ why: z.string(), count: z.number().int() })),
    later: z.number().int().meta({ description: 'Their time is still to come' }),
    elsewhere: z.number().int().meta({ description: 'Another shut gate keeps them' }),
  })
  .meta({ id: 'MailReleaseCheck' });

/** What was done. `changed`: false where it was so already or the key repeats an act. */
export const gateActAnswer = z.object({ changed: z.boolean(), waiting: z.number().int() }).meta({ id: 'MailGateAnswer' });
