import type { CallState, Command, Facts, ProjectState } from '@app/domain';
import { applicationFactsOf, callFactsOf, loadFacts } from '@app/persistence';
import { copyKey, type Copy, type RoomSession } from './room-session';

/**
 * What a rule may know from outside a copy: the real facts, but for what the room knows better, which are its own call and projects and the policy that is
 * tried. A report or an application counts as written: texts are not rehearsed.
 */
export async function factsInRoom(session: RoomSession, { kind, id, state }: Copy, command: Command): Promise<Facts> {
  const { facts } = await loadFacts(session.db, { entity: { kind, id }, state, command, at: session.now });
  return {
    ...facts,
    ...(facts.call === undefined ? {} : { call: callInRoom(session, facts.call.callId) ?? facts.call }),
    ...(facts.applications === undefined ? {} : { applications: applicationFactsOf(projectsInRoom(session)) }),
    ...(command.type !== 'AdoptPolicy' ? {} : { policies: { ...facts.policies, ...(await triedPolicy(session)) } }),
    ...writtenReport(command),
  };
}

function callInRoom({ copies }: RoomSession, callId: string): Facts['call'] {
  const copy = copies.get(copyKey({ kind: 'call', id: callId }));
  return copy === undefined ? undefined : callFactsOf(copy.state as CallState);
}

function projectsInRoom({ copies }: RoomSession): ProjectState[] {
  const projects = [...copies.values()].filter((copy) => copy.kind === 'project').map((copy) => copy.state as ProjectState);
  return projects.sort((a, b) => ((a.applicationRef ?? '') < (b.applicationRef ?? '') ? -1 : 1));
}

async function triedPolicy(session: RoomSession): Promise<NonNullable<Facts['policies']>> {
  const { policyVersion } = session.before;
  return policyVersion === null ? {} : { [policyVersion]: (await session.settingOf(policyVersion)).policy };
}

/** Stands for whoever wrote a report that nobody has written. */
const nobody = '00000000-0000-7000-8000-000000000000';

function writtenReport({ type, payload }: Command): Pick<Facts, 'reportDraft'> {
  if (type !== 'SubmitReport') return {};
  const { draftVersion: version, draftHash: hash } = payload as { draftVersion: number; draftHash: string };
  return { reportDraft: { version, hash, missingSections: [], indicators: {}, authorId: nobody } };
}
