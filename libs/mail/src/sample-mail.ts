import type { NotificationKind } from '@app/domain';
import type { MailMatter, MailNames, MailReader } from './mail-data';
import { templates } from './templates';

const partner = '33333333-3333-4333-8333-333333333333';

/** Names of everything the samples mention; nobody bears them. */
export const sampleNames: MailNames = {
  organizations: new Map([[partner, { zh: '万象职业技术学院', en: 'Vientiane Technical College' }]]),
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

/** Readers of samples: one in Laos, one in China. */
export const sampleReaders: Record<'en' | 'zh-CN', MailReader> = {
  en: {
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
  },
  'zh-CN': {
    personId: 'p-2',
    fullName: '李明',
    latinName: 'Li Ming',
    addressAs: 'Li Ming',
    honorific: 'Mr',
    positionZh: '主任',
    positionEn: 'Head',
    language: 'zh-CN',
    country: 'CN',
    zone: 'Asia/Shanghai',
  },
};

/** A matter of any kind with its sample values, about a deadline that was counted over a holiday. Nothing of it is real. */
export function sampleMatter(kind: NotificationKind): MailMatter {
  return {
    key: `project/p1/${kind}/-/x/1/p-1`,
    entity: { kind: 'project', id: 'p1' },
    intent: {
      kind,
      class: 'notice',
      to: ['AC'],
      copy: [],
      owner: { role: 'PC', organizationId: partner },
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
      values: { ref: 'LMGF-2025-LA-003', ...templates[kind].sample },
      action: 'SubmitReport',
    },
    role: 'AC',
    copy: false,
    insteadOf: false,
    datedAt: '2027-03-01T03:00:00.000Z',
    title: { zh: '中老铁路运维技术工坊', en: 'China-Laos Railway Maintenance Workshop' },
    actionUrl: 'https://gongfang.example.org/a/0123456789abcdef',
    rehearsal: false,
  };
}
