import type { TFunction } from 'i18next';
import { pairLanguages, type PairLanguage, type TemplateKind, type TextPair } from './api/templates';

/** Kinds of mail by the part of the programme they belong to, in the order of a project's life. */
export const templateGroups: Record<string, readonly TemplateKind[]> = {
  ladder: ['reminder', 'escalation'],
  call: ['call-published', 'call-closed', 'ranking-fixed', 'decision-asked'],
  application: [
    ...(['submission-receipt', 'withdrawal-receipt', 'draft-expired', 'officer-assigned', 'application-accepted'] as const),
    ...(['correction-returned', 'correction-received', 'correction-time-over'] as const),
  ],
  review: ['expert-invitation', 'invitation-released', 'scoring-opened', 'defence-scheduled', 'defence-waived'],
  approval: ['award-letter', 'award-accepted', 'approval-lapsed', 'reserve-placed', 'reserve-expired', 'rejection-letter'],
  mou: [
    ...(['mou-draft-submitted', 'mou-signing-open', 'mou-party-signed', 'mou-signed', 'mou-period-extended'] as const),
    ...(['mou-lapse-decision', 'mou-in-force', 'mou-expired'] as const),
  ],
  construction: [
    ...(['kick-off-recorded', 'evidence-submitted', 'milestone-reached', 'milestone-late'] as const),
    ...(['self-evaluation-submitted', 'acceptance-passed'] as const),
  ],
  report: ['report-opened', 'report-submitted', 'report-accepted', 'report-overdue', 'report-warning', 'report-waived', 'report-extended'],
  change: [
    ...(['change-proposed', 'change-returned', 'change-rejected', 'change-approved', 'amendment-signing'] as const),
    ...(['change-in-effect', 'change-lapsed', 'change-taken-back'] as const),
  ],
  control: [
    ...([
      'project-held',
      'project-resumed',
      'step-reopened',
      'step-restored',
      'contact-replaced',
      'hand-over-offered',
      'hand-over-accepted',
      'hand-over-declined',
      'hand-over-cancelled',
      'suspension-letter',
      'exit-proposed',
      'termination-letter',
    ] as const),
    ...(['termination-lifted', 'project-taken-up', 'confirmation-asked', 'address-failed'] as const),
  ],
};

/** Where in the words of a mail something stands. */
export function slotWords(slot: string | null, t: TFunction): string {
  if (slot === null) return t('templates.slots.all');
  return slot === 'act' ? t('templates.slots.act') : t('templates.slots.body', { no: slot.split('.')[1] ?? '' });
}

/** A line or paragraph that two versions say differently; nothing on the side that does not have it. */
export interface WordChange {
  language: PairLanguage;
  slot: string;
  before: string;
  after: string;
}

/** What two versions say differently, Chinese first, line by line. */
export function wordChanges(before: TextPair, after: TextPair): WordChange[] {
  return pairLanguages.flatMap((language) => {
    const [old, now] = [linesOf(before[language]), linesOf(after[language])];
    return [...new Set([...old.keys(), ...now.keys()])]
      .map((slot) => ({ language, slot, before: old.get(slot) ?? '', after: now.get(slot) ?? '' }))
      .filter((one) => one.before !== one.after);
  });
}

function linesOf({ act, body }: TextPair['en']): Map<string, string> {
  return new Map([['act', act], ...body.map((paragraph, i): [string, string] => [`body.${i + 1}`, paragraph])]);
}

/** The pair with one line or paragraph written anew. */
export function withLine(texts: TextPair, language: PairLanguage, slot: string, text: string): TextPair {
  const side = texts[language];
  const no = Number(slot.split('.')[1]);
  const changed = slot === 'act' ? { ...side, act: text } : { ...side, body: side.body.map((one, i) => (i + 1 === no ? text : one)) };
  return { ...texts, [language]: changed };
}

/** The pair with one more paragraph at the end of each language. */
export function withParagraph(texts: TextPair): TextPair {
  const longer = (side: TextPair['en']): TextPair['en'] => ({ ...side, body: [...side.body, ''] });
  return { 'zh-CN': longer(texts['zh-CN']), en: longer(texts.en) };
}

/** The pair without this paragraph in either language. */
export function withoutParagraph(texts: TextPair, no: number): TextPair {
  const shorter = (side: TextPair['en']): TextPair['en'] => ({ ...side, body: side.body.filter((_, i) => i + 1 !== no) });
  return { 'zh-CN': shorter(texts['zh-CN']), en: shorter(texts.en) };
}

/** What was kept in this browser, if it still has the shape of words. */
export function keptPair(kept: unknown): TextPair | undefined {
  const pair = kept as Partial<TextPair> | null | undefined;
  const isSide = (side: unknown): boolean => {
    const { act, body } = (side ?? {}) as Partial<TextPair['en']>;
    return typeof act === 'string' && Array.isArray(body) && body.every((one) => typeof one === 'string');
  };
  return pairLanguages.every((language) => isSide(pair?.[language])) ? (pair as TextPair) : undefined;
}
