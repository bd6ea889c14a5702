import { act, entityOf, type ProjectThread } from './application-acts';
import { contactOf } from './project-plot';
import { idOf } from './story-ids';
import { beijing, beijingDate, weekday } from './story-dates';
import { text, type Act } from './teller';

const usualDraftDay = 17;

/** Acceptance of the award, draft, comments, signatures one by one. Answers the acts and the date of the last signature. */
export function mouActs(thread: ProjectThread, announcedOn: string): { acts: Act[]; signedOn: string } {
  const { plot } = thread;
  const acceptAt = beijing(weekday(announcedOn, 11), '10:30');
  const draftAt = beijing(weekday(announcedOn, plot.draftOnDay ?? usualDraftDay), '15:00');
  const openAt = beijing(weekday(announcedOn, 44), '09:40');
  const accept = act(thread, acceptAt, 'accepts the award', async (teller) => {
    const letter = await teller.upload(`legal-${plot.lead}`, entityOf(thread), 'CORRESPONDENCE', 'zh', acceptAt);
    await teller.give(`legal-${plot.lead}`, entityOf(thread), { type: 'AcceptAward', payload: { letter } }, acceptAt);
  });
  const draft = act(thread, draftAt, 'drafts the MoU', async (teller) => {
    const documents = [];
    for (const language of ['zh', 'en'])
      documents.push({ language, ref: await teller.upload(`lead-${plot.lead}`, entityOf(thread), 'MOU', language, draftAt) });
    await teller.give(
      `lead-${plot.lead}`,
      entityOf(thread),
      { type: 'SubmitMouDraft', payload: { documents, dataHash: 'd'.repeat(64) } },
      draftAt,
    );
  });
  const open = act(thread, openAt, 'opens signing', (teller) =>
    teller.give('head', entityOf(thread), { type: 'OpenSigning', payload: {} }, openAt),
  );
  const signatures = signatureActs(thread, announcedOn);
  const road = [accept, draft, open, ...signatures];
  const ends = { accepting: 0, drafting: 1, commenting: 2, 'partly-signed': 5 } as const;
  const end = plot.stopsAt !== undefined && plot.stopsAt in ends ? ends[plot.stopsAt as keyof typeof ends] : road.length;
  return { acts: road.slice(0, end), signedOn: beijingDate(signatures.at(-1)?.at ?? openAt) };
}

function signatureActs(thread: ProjectThread, announcedOn: string): Act[] {
  const { plot } = thread;
  const parties: [string, string][] = [
    [plot.lead, `legal-${plot.lead}`],
    [plot.host, contactOf[plot.host]],
    ...(plot.enterprise === undefined ? [] : [[plot.enterprise, contactOf[plot.enterprise]] as [string, string]]),
  ];
  return parties.map(([organization, person], index) => {
    const at = beijing(weekday(announcedOn, 46 + index * 6), '11:00');
    return act(thread, at, `${organization} signs`, async (teller) => {
      const document = await teller.upload('officer', entityOf(thread), 'MOU', 'zh', at);
      const payload = {
        organizationId: idOf(organization),
        personId: idOf(person),
        capacity: 'legal-representative',
        signedOn: beijingDate(at),
        place: text('Kunming 昆明'),
        document,
      };
      await teller.give('officer', entityOf(thread), { type: 'RecordSignature', payload: payload }, at);
    });
  });
}
