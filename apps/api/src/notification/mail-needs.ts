import { Inject, Injectable } from '@nestjs/common';
import { stillNeeded } from '@app/domain';
import { directoryFor, entityNow, hasWorkingAddress, waitingAgain, type MailDetail, type Sql } from '@app/persistence';
import { RuleRoom } from '../commands/rule-room';
import { whyMailRefused } from '../commands/why-refused';
import type { RefusalReason } from '../errors/problem';
import { DATABASE } from '../tokens';

/** Why a mail cannot be sent again, as a stable code with its values. */
export interface NotAgain {
  code: string;
  values?: Record<string, string>;
}

/** States in which sending again makes no sense, each with its refusal. */
const refusals: Record<string, NotAgain> = {
  created: { code: 'MAIL_WAITS' },
  claimed: { code: 'MAIL_WAITS' },
  sending: { code: 'MAIL_WAITS' },
  held: { code: 'LETTER_HELD' },
  uncertain: { code: 'MAIL_UNCERTAIN' },
};

const notWaiting: Record<string, string> = {
  claimed: 'MAIL_LEFT',
  sending: 'MAIL_LEFT',
  sent: 'MAIL_LEFT',
  failed: 'MAIL_LEFT',
  cancelled: 'MAIL_NOT_NEEDED',
  held: 'LETTER_HELD',
  uncertain: 'MAIL_UNCERTAIN',
};

/** Why a mail does not wait for its time, as a stable code; nothing when it does and can be skipped or sent now. */
export function whyNotWaiting({ state, word }: Pick<MailDetail, 'state' | 'word'>): string | undefined {
  return state === 'created' && word === 'uncertain' ? 'MAIL_UNCERTAIN' : notWaiting[state];
}

/** Whether a mail makes sense at all now, by the rules that the mail desk asks. */
@Injectable()
export class MailNeeds {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** Why this mail may not be sent again; nothing when it may. The desk asks once more when it leaves. */
  async whyNotAgain(mail: MailDetail): Promise<NotAgain | undefined> {
    if (mail.state === 'cancelled') return { code: 'MAIL_NOT_NEEDED', ...(mail.why === null ? {} : { values: { why: mail.why } }) };
    const refusal = refusals[mail.state];
    if (refusal !== undefined) return refusal;
    if ((await waitingAgain(this.db, mail)) !== undefined) return { code: 'MAIL_WAITS' };
    if (!(await hasWorkingAddress(this.db, mail.personId))) return { code: 'NO_WORKING_ADDRESS' };
    const why = await this.whyNotNeeded(mail);
    return why === undefined ? undefined : { code: 'MAIL_NOT_NEEDED', values: { why } };
  }

  /** On what the refusal of an act on this mail rests; nothing for a code that is no such refusal. */
  async grounds({ entity }: Pick<MailDetail, 'entity'>, act: string, code: string): Promise<RefusalReason | undefined> {
    return whyMailRefused(this.rules, { entity, act, code });
  }

  /** Why nobody needs this mail any more, in the codes of the rules. */
  async whyNotNeeded({ entity, intent, personId, role, insteadOf }: MailDetail): Promise<string | undefined> {
    const standing = await this.rules.standing(entity);
    if (standing === undefined) return 'no-entity';
    const asked = { to: [role], copy: [], ...(intent.owner === undefined ? {} : { owner: intent.owner }) };
    const directory = await directoryFor(this.db, standing.state, [asked]);
    const waiting = { ...intent, personId, role, ...(insteadOf === null ? {} : { insteadOf }) };
    const need = stillNeeded(waiting, standing.state, directory, await entityNow(this.db, entity));
    return need.needed ? undefined : need.why;
  }
}
