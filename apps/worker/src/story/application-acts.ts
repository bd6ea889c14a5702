import { checklist, type DocumentRef } from '@app/domain';
import { draftContent } from './draft-content';
import type { ProjectPlot } from './project-plot';
import { idOf } from './story-ids';
import { beijing, plusDays } from './story-dates';
import { text, type Act, type Teller } from './teller';

/** What the acts of one project share: ids that are known once they have happened. */
export interface ProjectThread {
  plot: ProjectPlot;
  projectId?: string;
  /** The last saved draft. */
  draft?: { version: number; hash: string };
  documents: Record<string, DocumentRef>;
}

/** The project's entity; throws before it was started. */
export function entityOf(thread: ProjectThread): { kind: 'project'; id: string } {
  if (thread.projectId === undefined) throw new Error(`${thread.plot.key} was not started`);
  return { kind: 'project', id: thread.projectId };
}

/** An act of a project. */
export function act(thread: ProjectThread, at: string, what: string, tell: (teller: Teller) => Promise<void>): Act {
  return { at, what: `${thread.plot.key}: ${what}`, tell };
}

/** Documents an application brings, by type. */
const applicationDocuments = ['LEGAL_PERSON_CERTIFICATE', 'PARTNER_LETTER', 'ENTERPRISE_INTENT', 'SITE_PROOF', 'BUDGET', 'HOST_APPROVAL'];

async function writeDraft(teller: Teller, thread: ProjectThread, at: string): Promise<void> {
  const by = `lead-${thread.plot.lead}`;
  for (const type of applicationDocuments) thread.documents[type] ??= await teller.upload(by, entityOf(thread), type, 'zh', at);
  thread.draft = await teller.saveDraft(by, entityOf(thread).id, draftContent(thread.plot, thread.documents), at);
}

/** Days after the opening in which drafts are begun, one a day. */
const latestStart = 20;

/** From the first draft to the submission, a few days before the call closes. */
export function applicationActs(thread: ProjectThread, call: { id(): string; opensOn: string; closesOn: string }, order: number): Act[] {
  const { plot } = thread;
  const by = `lead-${plot.lead}`;
  const startAt = beijing(call.opensOn, '10:00', 3 + (order % latestStart));
  const submitAt = beijing(call.closesOn, '11:00', -6 + (order % 4));
  const start = act(thread, startAt, 'starts', async (teller) => {
    thread.projectId = await teller.startProject(by, call.id(), startAt);
    await writeDraft(teller, thread, startAt);
  });
  if (plot.stopsAt === 'draft') return [start];
  const submit = act(thread, submitAt, 'submits', async (teller) => {
    const signature = await teller.upload(by, entityOf(thread), 'FORM', 'zh', submitAt);
    const { version, hash } = thread.draft ?? { version: 0, hash: '' };
    await teller.give(
      by,
      entityOf(thread),
      {
        type: 'SubmitApplication',
        payload: {
          draftVersion: version,
          draftHash: hash,
          signedBy: idOf(`legal-${plot.lead}`),
          signature,
          justification: text('Another site and other companies. 地点与企业不同。'),
        },
      },
      submitAt,
    );
  });
  return [start, submit];
}

/** The formal check: an officer decides every item; one project may be sent back once. */
export function checkActs(thread: ProjectThread, closesOn: string, order: number): Act[] {
  const { plot } = thread;
  const officer = order % 2 === 0 ? 'officer' : 'officer-2';
  const assignAt = beijing(closesOn, '17:30', 0);
  const checkAt = beijing(closesOn, '10:00', 2);
  const assign = act(thread, assignAt, 'gets an officer', (teller) =>
    teller.give('head', entityOf(thread), { type: 'AssignOfficer', payload: { officerId: idOf(officer) } }, assignAt),
  );
  if (plot.stopsAt === 'submitted') return [];
  if (plot.stopsAt === 'checking') return [assign];
  const accept = (at: string): Act =>
    act(thread, at, 'is accepted', async (teller) => {
      for (const { code } of checklist)
        await teller.give(officer, entityOf(thread), { type: 'RecordCheckItem', payload: { code, verdict: 'pass' } }, at);
      await teller.give(officer, entityOf(thread), { type: 'AcceptApplication', payload: {} }, at);
    });
  if (plot.returned !== true && plot.stopsAt !== 'returned') return [assign, accept(checkAt)];
  return [
    assign,
    ...correctionActs(thread, officer, checkAt, plusDays(closesOn, 6)),
    ...(plot.stopsAt === 'returned' ? [] : [accept(beijing(closesOn, '10:00', 8))]),
  ];
}

function correctionActs(thread: ProjectThread, officer: string, returnedAt: string, correctedOn: string): Act[] {
  const by = `lead-${thread.plot.lead}`;
  const back = act(thread, returnedAt, 'is returned', (teller) =>
    teller.give(
      officer,
      entityOf(thread),
      {
        type: 'ReturnForCorrection',
        payload: {
          items: [{ target: 'BUDGET', reasonCode: 'SUM_WRONG', defect: text('The yearly sums do not add up. 年度金额合计有误。') }],
        },
      },
      returnedAt,
    ),
  );
  if (thread.plot.stopsAt === 'returned') return [back];
  const at = beijing(correctedOn, '15:00');
  const again = act(thread, at, 'is corrected', async (teller) => {
    thread.documents['BUDGET'] = await teller.upload(by, entityOf(thread), 'BUDGET', 'en', at);
    await writeDraft(teller, thread, at);
    const { version, hash } = thread.draft ?? { version: 0, hash: '' };
    await teller.give(by, entityOf(thread), { type: 'ResubmitCorrection', payload: { draftVersion: version, draftHash: hash } }, at);
  });
  return [back, again];
}
