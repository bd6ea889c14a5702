import { applicationActs, checkActs, entityOf, type ProjectThread } from './application-acts';
import { mouActs } from './mou-acts';
import { notice2025 } from './notice-2025';
import type { ProjectPlot } from './project-plot';
import { reviewActs } from './review-acts';
import { constructionActs, reportActs } from './running-acts';
import { idOf } from './story-ids';
import { beijing, plusDays } from './story-dates';
import type { Act, StoryEntity } from './teller';

/** One call and the projects under it. Dates are Beijing dates. */
export interface CallPlot {
  code: string;
  year: number;
  /** Code of the programme; `LMGF` when left out. */
  programme?: string;
  publishedOn: string;
  closesOn: string;
  /** Day on which the panel's ranking is fixed, the council meets, the decisions are announced. */
  rankedOn: string;
  councilOn: string;
  /** Day on which the public notice is posted; left out where the policy knows none. */
  noticeOn?: string;
  announcedOn: string;
  /** Days between the invitation to the defence and the defence; 11 when left out. */
  defenceNoticeDays?: number;
  policyVersion?: number;
  /** Clock of a rehearsal room; real time when left out. */
  clock?: Record<string, unknown>;
  projects: ProjectPlot[];
  /** Last year of reports that are handed in. */
  reportsUntil?: number;
}

const withPanel = (plot: ProjectPlot): boolean => !['draft', 'submitted', 'checking', 'returned'].includes(plot.stopsAt ?? '');
const decided = (plot: ProjectPlot): boolean => withPanel(plot) && plot.stopsAt !== 'scoring';

interface CallThread {
  plot: CallPlot;
  id?: string;
  projects: ProjectThread[];
}

function callEntity(thread: CallThread): StoryEntity {
  if (thread.id === undefined) throw new Error(`${thread.plot.code} was not created`);
  return { kind: 'call', id: thread.id };
}

function openingActs(thread: CallThread): Act[] {
  const { plot } = thread;
  const createAt = beijing(plot.publishedOn, '09:00', -5);
  const publishAt = beijing(plot.publishedOn, '09:00');
  const confirmAt = beijing(plot.publishedOn, '09:30');
  const closesAt = beijing(plot.closesOn, '17:00');
  const create = async (teller: Parameters<Act['tell']>[0]): Promise<void> => {
    const payload = {
      code: plot.code,
      programme: plot.programme ?? 'LMGF',
      year: plot.year,
      opensAt: publishAt,
      closesAt,
      policyVersion: plot.policyVersion ?? 1,
      ...(plot.clock === undefined ? {} : { clock: plot.clock }),
    };
    thread.id = await teller.createCall('head', payload, notice2025, createAt);
  };
  return [
    { at: createAt, what: `${plot.code} is created`, tell: create },
    {
      at: publishAt,
      what: `${plot.code} is to be published`,
      tell: (teller) => teller.give('head', callEntity(thread), { type: 'PublishCall', payload: {} }, publishAt),
    },
    { at: confirmAt, what: `${plot.code} is published`, tell: (teller) => teller.confirm('deputy', callEntity(thread), confirmAt) },
  ];
}

function noticeActs({ code, noticeOn }: CallPlot, entity: () => StoryEntity): Act[] {
  if (noticeOn === undefined) return [];
  const at = beijing(noticeOn, '10:00');
  const command = { type: 'StartPublicNotice', payload: { startOn: noticeOn } };
  return [{ at, what: `${code} notice posted`, tell: (t) => t.give('head', entity(), command, at) }];
}

function decisionActs(thread: CallThread): Act[] {
  const { plot } = thread;
  const entity = (): StoryEntity => callEntity(thread);
  const at = { rank: beijing(plot.rankedOn, '16:00'), prepare: beijing(plot.councilOn, '09:00'), decide: beijing(plot.councilOn, '15:00') };
  const announceAt = beijing(plot.announcedOn, '10:00');
  const confirmAt = beijing(plot.announcedOn, '11:00');
  const releaseAt = beijing(plot.announcedOn, '11:30');
  const lines = (): { projectId: string; decision: string }[] =>
    thread.projects
      .filter(({ plot: project }) => decided(project))
      .map((one) => ({ projectId: entityOf(one).id, decision: one.plot.council ?? 'approve' }));
  const council = ['council-chair', 'council-la', 'council-th', 'council-vn', 'council-kh'].map(idOf);
  return [
    {
      at: at.rank,
      what: `${plot.code} ranking fixed`,
      tell: (t) => t.give('chair', entity(), { type: 'FixRanking', payload: {} }, at.rank),
    },
    {
      at: at.prepare,
      what: `${plot.code} batch prepared`,
      tell: (t) => t.give('officer', entity(), { type: 'PrepareProposal', payload: {} }, at.prepare),
    },
    {
      at: at.decide,
      what: `${plot.code} decided`,
      tell: (t) =>
        t.give(
          'council-chair',
          entity(),
          {
            type: 'DecideProposal',
            payload: { lines: lines(), present: council, votesFor: 5, votesAgainst: 0 },
            reason: 'The council follows its priorities. 理事会按重点领域审定。',
          },
          at.decide,
        ),
    },
    ...noticeActs(plot, entity),
    {
      at: announceAt,
      what: `${plot.code} to be announced`,
      tell: (t) => t.give('head', entity(), { type: 'AnnounceProjects', payload: {} }, announceAt),
    },
    { at: confirmAt, what: `${plot.code} announced`, tell: (t) => t.confirm('deputy', entity(), confirmAt) },
    { at: releaseAt, what: `${plot.code} letters released`, tell: (t) => t.releaseLetters('head', entity(), releaseAt) },
  ];
}

function holdActs(thread: ProjectThread, acceptedOn: string): Act[] {
  const days = thread.plot.heldDays;
  if (days === undefined) return [];
  const heldAt = beijing(acceptedOn, '17:00');
  const resumedAt = beijing(plusDays(acceptedOn, days), '09:00');
  return [
    {
      at: heldAt,
      what: `${thread.plot.key}: is held`,
      tell: (t) =>
        t.give(
          'officer',
          entityOf(thread),
          {
            type: 'Hold',
            payload: { kind: 'hold', reasonCode: 'INFORMATION' },
            reason: 'A letter of the host is awaited. 等待所在国来函。',
          },
          heldAt,
        ),
    },
    {
      at: resumedAt,
      what: `${thread.plot.key}: goes on`,
      tell: (t) => t.give('officer', entityOf(thread), { type: 'Resume', payload: {} }, resumedAt),
    },
  ];
}

function projectActs(thread: ProjectThread, call: CallThread, order: number): Act[] {
  const { plot } = call;
  const own = thread.plot;
  const window = { id: () => callEntity(call).id, opensOn: plot.publishedOn, closesOn: plot.closesOn };
  const acceptedOn = own.returned === true ? plusDays(plot.closesOn, 8) : plusDays(plot.closesOn, 2);
  const first = [...applicationActs(thread, window, order), ...(own.stopsAt === 'draft' ? [] : checkActs(thread, plot.closesOn, order))];
  if (!withPanel(own)) return first;
  const judged = [
    ...first,
    ...holdActs(thread, acceptedOn),
    ...reviewActs(thread, plusDays(acceptedOn, own.heldDays ?? 0), plot.defenceNoticeDays),
  ];
  if (!decided(own) || (own.council ?? 'approve') !== 'approve') return judged;
  return [...judged, ...actsAfterAward(thread, plot)];
}

const stopsInMou: readonly string[] = ['accepting', 'drafting', 'commenting', 'partly-signed'];

/** The agreement; and where it gets so far, the construction and the yearly reports. */
function actsAfterAward(thread: ProjectThread, plot: CallPlot): Act[] {
  const mou = mouActs(thread, plot.announcedOn);
  if (stopsInMou.includes(thread.plot.stopsAt ?? '')) return mou.acts;
  const firstYear = Number(mou.signedOn.slice(0, 4)) + (mou.signedOn.slice(5) > '09-30' ? 1 : 0);
  const last = plot.reportsUntil ?? firstYear + 2;
  const years = Array.from({ length: Math.max(0, last - firstYear + 1) }, (_, i) => firstYear + i);
  const reports = years.flatMap((year, i) => reportActs(thread, year, i + 1));
  return [...mou.acts, ...constructionActs(thread, mou.signedOn), ...reports];
}

/** A whole call as acts: its own and those of its projects. Entities' ids are known once they were started: `threads`. */
export function callStory(plot: CallPlot): { acts: Act[]; threads: CallThread } {
  const threads: CallThread = { plot, projects: plot.projects.map((project): ProjectThread => ({ plot: project, documents: {} })) };
  const anyDecided = plot.projects.some(decided);
  const acts = [
    ...openingActs(threads),
    ...threads.projects.flatMap((thread, order) => projectActs(thread, threads, order)),
    ...(anyDecided ? decisionActs(threads) : []),
  ];
  return { acts, threads };
}
