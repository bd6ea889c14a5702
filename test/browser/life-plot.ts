import { entityOf, type ProjectThread } from '../../apps/worker/src/story/application-acts';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { laosPolicyVersion } from '../../apps/worker/src/engine/first-data/laos-standards';
import { cast } from '../../apps/worker/src/story/cast';
import { beijing } from '../../apps/worker/src/story/story-dates';
import { idOf } from '../../apps/worker/src/story/story-ids';
import type { Act, StoryEntity, Teller } from '../../apps/worker/src/story/teller';
import { onlyProposal } from './fill-form';

/** One project that is sent back once and held for some days, from application to its third report; and one that is withdrawn. */
export const lifePlot: CallPlot = {
  code: 'LMGF-2025',
  year: 2025,
  publishedOn: '2025-06-03',
  closesOn: '2025-08-31',
  rankedOn: '2025-10-13',
  councilOn: '2025-10-14',
  noticeOn: '2025-10-20',
  announcedOn: '2025-10-30',
  projects: [
    {
      key: 'logistics-la',
      titleZh: '老挝智能物流工坊',
      titleEn: 'Intelligent Logistics Workshop, Laos',
      lead: 'chuncheng',
      host: 'nam-khong',
      enterprise: 'yunling',
      hostCountry: 'LA',
      hostCity: 'Vientiane',
      field: 'LOG',
      marks: 0.88,
      returned: true,
      heldDays: 1,
    },
    {
      key: 'furniture-vn',
      titleZh: '越南家具工坊',
      titleEn: 'Furniture Workshop, Viet Nam',
      lead: 'erhai',
      host: 'song-cuu',
      enterprise: 'lanjiang',
      hostCountry: 'VN',
      hostCity: 'Da Nang',
      field: 'FUR',
      stopsAt: 'submitted',
    },
  ],
};

/** Lets each expert answer his invitation a day before he scores, where a story lets him do all at once: in between, a mail asks him for his scores. */
export function answeredBefore(acts: readonly Act[]): Act[] {
  const only =
    (act: Act, scores: boolean, at = act.at): Act['tell'] =>
    (teller) =>
      act.tell({
        ...teller,
        give: async (by, entity, command) =>
          (command.type === 'SubmitScores') === scores ? teller.give(by, entity, command, at) : undefined,
      });
  return acts.flatMap((act) => {
    if (!act.what.includes(' is judged by ')) return [act];
    const dayBefore = new Date(Date.parse(act.at) - dayMs).toISOString();
    const answer = { at: dayBefore, what: act.what.replace('is judged by', 'is answered by'), tell: only(act, false, dayBefore) };
    return [answer, { ...act, tell: only(act, true) }];
  });
}

/** Lets each party sign by itself: whoever signs records it, where a story lets the officer. */
export function signedByParties(teller: Teller): Teller {
  return {
    ...teller,
    give: (by, entity, command, at) => {
      const signer = command.type === 'RecordSignature' && cast.find(({ key }) => idOf(key) === command.payload['personId']);
      return teller.give(signer ? signer.key : by, entity, command, at);
    },
  };
}

/** Everybody who acts in the plot, in two rows: each signs in while one of the other does. */
export const lifePeople: readonly string[][] = [
  ['head', 'officer', 'lead-chuncheng', 'contact-chuncheng', 'lead-erhai', 'host-nam-khong', 'expert-cn', 'expert-th', 'expert-kh'],
  ['deputy', 'chair', 'legal-chuncheng', 'legal-erhai', 'council-chair', 'council-la', 'firm-yunling', 'expert-la', 'expert-vn'],
];

const dayMs = 86_400_000;

interface Threads {
  id?: string;
  projects: ProjectThread[];
}

function onCall(threads: Threads): StoryEntity {
  if (threads.id === undefined) throw new Error('the call was not created');
  return { kind: 'call', id: threads.id };
}

/** What the officer does to planned mails while the workshop is built: each command of the forecast once. */
function planningActs(main: ProjectThread): Act[] {
  const aim = { rule: 'milestone', object: 'M6' };
  const commands: [string, Record<string, unknown>][] = [
    ['SkipOccurrence', { ...aim, step: 't-30.L0', series: 1 }],
    ['UndoIntervention', { interventionId: onlyProposal }],
    ['SendNow', aim],
    ['PauseSeries', aim],
    ['ResumeSeries', aim],
    ['Snooze', { ...aim, workingDays: 2 }],
  ];
  return commands.map(([type, payload], index) => {
    const at = beijing('2026-04-20', `1${index}:00`);
    const reason = 'The college asked by phone. 院校来电说明。';
    return { at, what: `the officer: ${type}`, tell: (teller) => teller.give('officer', entityOf(main), { type, payload, reason }, at) };
  });
}

/** One act of several: a milestone a working day later. */
const putOff = (object: string) => ({ type: 'Snooze', payload: { rule: 'milestone', object, workingDays: 1 } });

/** What the head asks for: a step back and its undoing, which the deputy confirms; others that he does not; and other dates for milestones. */
function headActs(main: ProjectThread): Act[] {
  const asked: [at: string, who: string, type: string, payload: Record<string, unknown>, reason?: string][] = [
    [beijing('2025-11-20', '09:00'), 'head', 'Rewind', { toSubState: 'drafting' }, 'The host asks for other words. 承建方要求修改文本。'],
    [beijing('2025-11-20', '10:00'), 'deputy', 'ConfirmProposal', { proposalId: onlyProposal }],
    [beijing('2025-11-20', '11:00'), 'head', 'UndoRewind', {}, 'The words stay after all. 文本最终不改。'],
    [beijing('2025-11-20', '12:00'), 'deputy', 'ConfirmProposal', { proposalId: onlyProposal }],
    [beijing('2025-11-21', '09:00'), 'head', 'GrantExtension', { object: 'mou', until: '2026-03-10' }, '等待签署仪式。'],
    [beijing('2025-11-20', '14:00'), 'head', 'AdoptPolicy', { version: laosPolicyVersion }, 'As decided by the council. 经理事会决定。'],
    [beijing('2025-11-20', '15:00'), 'deputy', 'RejectProposal', { proposalId: onlyProposal }],
    [beijing('2025-10-10', '10:00'), 'head', 'Redo', { step: 'defence' }, 'The line broke off. 线路中断。'],
    [beijing('2025-10-10', '11:00'), 'deputy', 'RejectProposal', { proposalId: onlyProposal }],
    [beijing('2027-01-20', '10:00'), 'head', 'Skip', { step: 'report/2026' }, 'Told already in the mid-term check. 中期检查已说明。'],
    [beijing('2027-01-20', '11:00'), 'deputy', 'RejectProposal', { proposalId: onlyProposal }],
    [beijing('2027-01-20', '12:00'), 'head', 'GrantExtension', { object: 'report/2026', until: '2027-04-20' }, '审计未完成。'],
    [
      beijing('2026-04-21', '11:00'),
      'head',
      'ReplaceContact',
      { personId: idOf('contact-chuncheng'), byPersonId: idOf('legal-chuncheng') },
      'He has left the college. 已离职。',
    ],
    [beijing('2026-04-21', '12:00'), 'deputy', 'RejectProposal', { proposalId: onlyProposal }],
    [
      beijing('2026-04-22', '09:00'),
      'head',
      'OfferHandOver',
      { personId: idOf('contact-chuncheng'), toPersonId: idOf('legal-chuncheng') },
      '调岗。',
    ],
    [beijing('2026-04-22', '10:00'), 'legal-chuncheng', 'DeclineHandOver', { handOverId: onlyProposal }],
    [
      beijing('2026-04-22', '11:00'),
      'head',
      'OfferHandOver',
      { personId: idOf('contact-chuncheng'), toPersonId: idOf('legal-chuncheng'), effectiveOn: '2029-01-08' },
      'Once more. 再次征求意见。',
    ],
    [beijing('2026-04-23', '14:00'), 'legal-chuncheng', 'AcceptHandOver', { handOverId: onlyProposal }],
    [beijing('2026-04-23', '15:00'), 'head', 'CancelHandOver', { handOverId: onlyProposal }],
    [beijing('2026-04-21', '10:00'), 'head', 'Modify', { acts: [putOff('M9'), putOff('M10')] }, '两项一并顺延。'],
    [beijing('2026-04-21', '09:00'), 'head', 'ChangeDeadline', { rule: 'milestone', object: 'M8', dueOn: '2026-12-18' }, '学期推迟。'],
  ];
  return asked.map(([at, who, type, payload, reason]) => {
    const command = { type, payload, ...(reason === undefined ? {} : { reason }) };
    return { at, what: `${who}: ${type}`, tell: (teller) => teller.give(who, entityOf(main), command, at) };
  });
}

/** What ends and goes on after all: each is proposed, and each waits for a second person who does not agree or does. */
function endingActs(main: ProjectThread, withdrawn: ProjectThread): Act[] {
  const asked: [at: string, who: string, on: ProjectThread, type: string, payload: Record<string, unknown>, reason?: string][] = [
    [beijing('2025-08-30', '09:00'), 'head', withdrawn, 'UnWithdraw', {}, 'Withdrawn by mistake. 误撤。'],
    [beijing('2025-08-30', '10:00'), 'deputy', withdrawn, 'RejectProposal', { proposalId: onlyProposal }],
    [
      beijing('2027-05-17', '09:00'),
      'head',
      main,
      'DecideTermination',
      { grounds: 'BREACH', effectiveOn: '2027-08-02' },
      'The college has stopped the work. 院校已停止建设。',
    ],
    [beijing('2027-05-17', '10:00'), 'deputy', main, 'ConfirmProposal', { proposalId: onlyProposal }],
    [beijing('2027-05-18', '09:00'), 'head', main, 'ReinstateProject', {}, 'The work goes on. 建设已恢复。'],
    [beijing('2027-05-18', '10:00'), 'deputy', main, 'ConfirmProposal', { proposalId: onlyProposal }],
  ];
  return asked.map(([at, who, on, type, payload, reason]) => {
    const command = { type, payload, ...(reason === undefined ? {} : { reason }) };
    return { at, what: `${who}: ${type}`, tell: (teller) => teller.give(who, entityOf(on), command, at) };
  });
}

/** An amendment of the leader is returned, asked for again, approved and signed; others are taken back, rejected, undone; a record is corrected. */
function changeActs(main: ProjectThread): Act[] {
  const leader = [{ path: 'contacts/leader', new: idOf('contact-chuncheng') }];
  const m7 = [{ path: 'milestones/M7/plannedOn', new: '2026-11-30' }];
  const reason = 'Letter of the lead. 牵头院校来函。';
  const ask = (who: string, items: unknown[]): Asked => [who, 'ProposeChange', { kind: 'amendment', items }, reason];
  type Asked = [who: string, type: string, payload: Record<string, unknown>, reason?: string];
  const asked: Asked[] = [
    ask('officer', leader),
    ['head', 'ReturnChange', {}, 'Name the reason. 请说明理由。'],
    ask('officer', leader),
    ['head', 'RejectChange', {}, 'The leader stays. 负责人不变。'],
    ask('officer', leader),
    ['head', 'CancelChange', {}],
    ask('officer', m7),
    ['head', 'ApproveChange', {}],
    ['officer', 'UndoChange', { changeId: onlyProposal }, reason],
    ['head', 'ApproveChange', {}],
    ask('officer', leader),
    ['head', 'ApproveChange', {}],
  ];
  const acts = asked.map(([who, type, payload, why], index): Act => {
    const at = beijing('2026-05-12', `${String(9 + Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`);
    const command = { type, payload, ...(why === undefined ? {} : { reason: why }) };
    return { at, what: `${who}: ${type}`, tell: (teller) => teller.give(who, entityOf(main), command, at) };
  });
  const at = beijing('2026-05-18', '13:00');
  const sign: Act = {
    at,
    what: 'the lead signs the amendment that its mail asks for',
    tell: async (teller) => {
      const document = await teller.upload('legal-chuncheng', entityOf(main), 'AMENDMENT', 'zh', at);
      const payload = {
        organizationId: idOf('chuncheng'),
        personId: idOf('legal-chuncheng'),
        capacity: 'President',
        signedOn: '2026-05-18',
        place: { text: 'Kunming' },
        document,
      };
      await teller.give('legal-chuncheng', entityOf(main), { type: 'RecordAmendmentSignature', payload }, at);
    },
  };
  return [...acts, sign];
}

/** What the usual story leaves out: proposals that are rejected, a withdrawal, a suspension that a second person confirms, planned mails touched. */
export function furtherActs(threads: Threads): Act[] {
  const [main, withdrawn] = threads.projects;
  if (main === undefined || withdrawn === undefined) throw new Error('the plot has two projects');
  const act = (date: string, time: string, what: string, tell: (teller: Teller, at: string) => Promise<void>): Act => {
    const at = beijing(date, time);
    return { at, what, tell: (teller) => tell(teller, at) };
  };
  const suspend = (teller: Teller, at: string): Promise<void> =>
    teller.give(
      'head',
      entityOf(main),
      { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'REQUEST' }, reason: 'The host asks for a pause. 承建方申请。' },
      at,
    );
  return [
    ...planningActs(main),
    ...headActs(main),
    ...endingActs(main, withdrawn),
    ...changeActs(main),
    act('2025-06-02', '09:00', 'the call is proposed too early', (teller, at) =>
      teller.give('head', onCall(threads), { type: 'PublishCall', payload: {} }, at),
    ),
    act('2025-06-02', '10:00', 'the proposal is rejected', (teller, at) =>
      teller.give(
        'deputy',
        onCall(threads),
        { type: 'RejectProposal', payload: { proposalId: onlyProposal }, reason: 'The notice is not final.' },
        at,
      ),
    ),
    act('2025-08-29', '15:00', 'an application is withdrawn', async (teller, at) => {
      const letter = await teller.upload('legal-erhai', entityOf(withdrawn), 'CORRESPONDENCE', 'zh', at);
      await teller.give('legal-erhai', entityOf(withdrawn), { type: 'WithdrawApplication', payload: { letter } }, at);
    }),
    act('2027-05-10', '09:00', 'a suspension is proposed', suspend),
    act('2027-05-10', '10:00', 'it is rejected', (teller, at) =>
      teller.give('deputy', entityOf(main), { type: 'RejectProposal', payload: { proposalId: onlyProposal } }, at),
    ),
    act('2027-05-11', '09:00', 'a suspension is proposed again', suspend),
    act('2027-05-11', '10:00', 'it is confirmed', (teller, at) => teller.confirm('deputy', entityOf(main), at)),
    act('2027-05-14', '09:00', 'the project goes on', (teller, at) =>
      teller.give('head', entityOf(main), { type: 'Resume', payload: {} }, at),
    ),
  ];
}
