import type { NotificationClass, NotificationIntent, NotificationKind } from '@app/domain';
import { sampleMatter, type MailMatter, type MailReader, type MailSettings } from '@app/mail';

export { sampleNames } from '@app/mail';

/** Settings of mails in tests. */
export const mailSettings: MailSettings = { domain: 'mail.example.org', subjectTag: '[澜湄工坊|LM Workshop]' };

/** A reader in Laos who reads English; more to be somebody else. */
export function aReader(more: Partial<MailReader> = {}): MailReader {
  return {
    personId: 'p-1',
    fullName: 'ສົມສັກ ວົງສາ',
    latinName: 'Somsack Vongsa',
    addressAs: 'Somsack',
    honorific: 'Mr',
    positionZh: '主任',
    positionEn: 'Head',
    language: 'en',
    country: 'LA',
    zone: 'Asia/Vientiane',
    ...more,
  };
}

/** A reader in China who reads Chinese. */
export function aChineseReader(): MailReader {
  return aReader({ fullName: '李明', latinName: 'Li Ming', addressAs: 'Li Ming', language: 'zh-CN', country: 'CN', zone: 'Asia/Shanghai' });
}

const letters: NotificationKind[] = [
  'correction-returned',
  'award-letter',
  'reserve-placed',
  'rejection-letter',
  'approval-lapsed',
  'acceptance-passed',
  'report-warning',
  'suspension-letter',
  'exit-proposed',
  'termination-letter',
  'termination-lifted',
  'project-taken-up',
];
const answers: NotificationKind[] = [
  'submission-receipt',
  'withdrawal-receipt',
  'correction-received',
  'award-accepted',
  'evidence-submitted',
  'self-evaluation-submitted',
  'report-submitted',
];

/** The class a rule gives a kind. */
export function classOf(kind: NotificationKind): NotificationClass {
  if (letters.includes(kind)) return 'letter';
  return answers.includes(kind) ? 'answer' : 'notice';
}

/** A matter of any kind with its sample values, about a deadline that was counted over a holiday. */
export function aMatter(kind: NotificationKind, values: NotificationIntent['values'] = {}, more: Partial<MailMatter> = {}): MailMatter {
  const sample = sampleMatter(kind);
  const { intent } = sample;
  return { ...sample, intent: { ...intent, class: classOf(kind), values: { ...intent.values, ...values } }, ...more };
}
