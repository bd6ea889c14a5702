import type { MailTextPair, NotificationKind, StandingRole } from '@app/domain';
import { builtInTexts } from '@app/mail';
import type { TechnicalAct, TemplateVersionRow } from '@app/persistence';
import type { z } from 'zod';
import { proposalFor } from '../audit/draft-proposal';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import type { templateAnswer, templateVersionAnswer } from './templates.schemas';

type Answer = z.output<typeof templateVersionAnswer>;
type Version = z.output<typeof templateAnswer>['versions'][number];

/** Who writes words of mails and releases them. */
export const templateEditors: readonly StandingRole[] = ['SH', 'AD'];

/** The words of the release as version 0. */
export function builtIn(kind: NotificationKind, inForce: number): Version {
  return {
    ...{ version: 0, state: 'built-in', inForce: inForce === 0, baseVersion: null, rev: 1, authorName: null, updatedAt: null },
    ...{ releasedAt: null, proposed: false, texts: copyOf(builtInTexts(kind)) },
  };
}

/** A version or draft as a list tells it. */
export function lineOf(
  { version, state, baseVersion, rev, authorName, updatedAt, releasedAt, proposed, texts }: TemplateVersionRow,
  inForce: number,
): Version {
  return {
    ...{ version, state, inForce: version === inForce, baseVersion, rev, authorName, proposed, texts: copyOf(texts) },
    ...{ updatedAt: updatedAt.toISOString(), releasedAt: releasedAt?.toISOString() ?? null },
  };
}

function copyOf({ 'zh-CN': zh, en }: MailTextPair): Version['texts'] {
  return { 'zh-CN': { act: zh.act, body: [...zh.body] }, en: { act: en.act, body: [...en.body] } };
}

/** A version with what was found of it. */
interface Found extends Pick<Answer, 'kind' | 'findings' | 'proposal' | 'mayEdit'> {
  line: Version;
  /** Whether the words in force say the same. */
  same: boolean;
}

/** A version as its page shows it. */
export function answerOf({ line, same, ...found }: Found): Answer {
  return { ...found, ...line, whyNotPropose: whyNotPropose(line, { same, findings: found.findings.length }) };
}

function whyNotPropose({ state, proposed }: Version, { same, findings }: { same: boolean; findings: number }): string | null {
  if (state !== 'draft') return 'DRAFT_CLOSED';
  if (proposed) return 'POLICY_PROPOSED';
  if (same) return 'TEMPLATE_UNCHANGED';
  return findings > 0 ? 'TEMPLATE_FINDINGS' : null;
}

/** How a proposal stands, and whether the reader may decide on it. */
export function proposalOf(act: TechnicalAct, { editors }: TemplateVersionRow, person: SignedIn): NonNullable<Answer['proposal']> {
  const lacks = holdsOneOf(person, templateEditors) ? undefined : 'NOT_ALLOWED';
  return proposalFor(act, { personId: person.personId, editors, lacks });
}
