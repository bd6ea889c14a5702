import type { Deadline, Owner } from '../shared/deadline';
import type { HasDeadlines } from '../shared/make-deadline';
import type { Instant } from '../shared/local-date';
import { audienceOf, type AudienceKey } from './audiences';
import type { LegalBasis, NotificationClass, NotificationIntent, NotificationKind } from './notification-kinds';

/** What an event tells, before the audience and the key's parts are filled in. */
export interface Telling {
  kind: NotificationKind;
  /** `notice` when absent. */
  class?: NotificationClass;
  audience: AudienceKey;
  /** What it is about within the entity; `-` when absent. */
  object?: string;
  /** When it happened. The instant is the key's step, so an event tells once and the same thing happening again tells again. */
  at: Instant;
  owner?: Owner;
  /** Open deadline that the event started, for date, arithmetic and consequence. */
  deadline?: Deadline | undefined;
  values?: NotificationIntent['values'];
  /** Command behind the mail's link. */
  action?: string;
  except?: string[];
}

/** Legal basis of an open deadline: arithmetic, rule, and the next consequence that is not yet done. */
export function legalBasisOf(deadline: Deadline): LegalBasis {
  const ahead = deadline.consequences.filter((c) => !deadline.done.includes(`end.${c.code}`)).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return {
    because: deadline.because,
    policyKey: deadline.policyKey,
    ...(deadline.article === undefined ? {} : { article: deadline.article }),
    ...(ahead === undefined ? {} : { consequence: { code: ahead.code, at: ahead.at } }),
  };
}

/** The intent of an event that tells at once, whatever its deadline. */
export function tell(telling: Telling & Required<Pick<Telling, 'values'>>): NotificationIntent {
  const { deadline, owner, action, except } = telling;
  return {
    kind: telling.kind,
    class: telling.class ?? 'notice',
    ...audienceOf(telling.audience),
    ...(owner === undefined ? {} : { owner }),
    rule: telling.kind,
    object: telling.object ?? '-',
    step: telling.at,
    series: 1,
    direction: 'now',
    ...(deadline === undefined ? {} : { dueOn: deadline.dueOn, endsAt: deadline.endsAt, legal: legalBasisOf(deadline) }),
    ...(except === undefined ? {} : { except }),
    values: telling.values,
    ...(action === undefined ? {} : { action }),
  };
}

/** First open deadline of a ladder row, narrowed to an object where one is named. */
export function openDeadline(state: HasDeadlines, ladder: Deadline['ladder'], object?: string): Deadline | undefined {
  return state.deadlines.find((d) => d.ladder === ladder && (object === undefined || d.object === object));
}
