import type { NotificationClass, NotificationIntent, NotificationKind } from '@app/domain';
import type { MailMatter, MailNames, MailReader, MailSettings } from '../../apps/worker/src/notification/mail-data';
import { templates } from '../../apps/worker/src/notification/templates';

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

/** Names of everything the samples mention. */
export const sampleNames: MailNames = {
  organizations: new Map([['33333333-3333-4333-8333-333333333333', { zh: '万象职业技术学院', en: 'Vientiane Technical College' }]]),
  people: new Map([
    ['55555555-5555-4555-8555-555555555555', { full: '王芳', latin: 'Wang Fang' }],
    ['66666666-6666-4666-8666-666666666666', { full: 'ບຸນມີ', latin: 'Bounmy' }],
  ]),
  texts: new Map([
    ['11111111-1111-4111-8111-111111111111', '公章不清 / The seal cannot be read'],
    ['22222222-2222-4222-8222-222222222222', '昆明，线上 / Kunming, online'],
    ['44444444-4444-4444-8444-444444444444', '核实异议 / An objection is being verified'],
  ]),
};

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
  return {
    key: `project/p1/${kind}/-/x/1/p-1`,
    entity: { kind: 'project', id: 'p1' },
    intent: {
      kind,
      class: classOf(kind),
      to: ['AC'],
      copy: [],
      owner: { role: 'PC', organizationId: '33333333-3333-4333-8333-333333333333' },
      rule: kind,
      object: '-',
      step: 'x',
      series: 2,
      direction: 'before',
      dueOn: '2027-03-31',
      endsAt: '2027-03-31T16:00:00.000Z',
      legal: {
        because: {
          startOn: '2027-03-17',
          period: '10wd',
          set: ['CN', 'LA'],
          dueOn: '2027-03-31',
          skipped: [
            { date: '2027-03-20', reason: 'weekend' },
            { date: '2027-03-22', country: 'LA', reason: '成立日 Founding day' },
          ],
          worked: [],
          provisionalYears: [],
        },
        policyKey: 'report.due',
        article: 'Civil Code art. 203',
        consequence: { code: 'warn-missing-report', at: '2027-05-30T16:00:00.000Z' },
      },
      values: { ref: 'LMGF-2025-LA-003', ...templates[kind].sample, ...values },
      action: 'SubmitReport',
    },
    role: 'AC',
    copy: false,
    insteadOf: false,
    datedAt: '2027-03-01T03:00:00.000Z',
    title: { zh: '中老铁路运维技术工坊', en: 'China-Laos Railway Maintenance Workshop' },
    actionUrl: 'https://gongfang.example.org/a/0123456789abcdef',
    rehearsal: false,
    ...more,
  };
}
