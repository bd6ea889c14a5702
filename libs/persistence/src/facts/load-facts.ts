import {
  readPolicy,
  type CallState,
  type Command,
  type DraftFacts,
  type Facts,
  type Instant,
  type NotifyingState,
  type ProjectState,
} from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import { publishedPolicy } from '../policy/policy-reader';
import type { Sql } from '../sql';
import { applicationsOf } from './application-facts';
import { organizationsByIds } from '../people/organizations';
import { draftFacts, reportDraftFacts } from '../draft/draft-facts';
import { callFacts } from './call-facts';
import { callMaterials } from './call-materials';
import { nextApplicationNo, storeApplicationNo } from './application-numbers';
import { councilFacts, partyMailDomains, peopleFacts } from './people-facts';
import { aimOf, stepMailsOf } from './step-mails';
import { sentTellings } from './change-mails';
import { doublesUnder, similarProjects } from './similar-projects';

/** A command about to be decided. */
export interface FactsQuestion {
  entity: EntityKey;
  state: NotifyingState | undefined;
  command: Command;
  /** The instant that counts, in the entity's own time. */
  at: Instant;
}

/** What the rule may know, and what is to be written if the command is applied. */
export interface LoadedFacts {
  facts: Facts;
  afterApplied?: () => Promise<void>;
}

type Loader = (db: Sql, question: FactsQuestion) => Promise<LoadedFacts>;

/**
 * The facts from outside the entity that the rule of this command asks for, and no others. Read in the transaction of the decision, or for a preview.
 * A command that is confirmed is given the facts of what was proposed.
 */
export async function loadFacts(db: Sql, question: FactsQuestion): Promise<LoadedFacts> {
  const loader = loaders[question.command.type];
  return loader === undefined ? { facts: {} } : loader(db, question);
}

function payloadOf<T>(question: FactsQuestion): T {
  return question.command.payload as T;
}

const none: LoadedFacts = { facts: {} };

const people =
  (idsOf: (question: FactsQuestion) => string[]): Loader =>
  async (db, question) => ({ facts: { people: await peopleFacts(db, idsOf(question), projectOf(question)?.callId) } });

function projectOf({ state }: FactsQuestion): ProjectState | undefined {
  return state?.kind === 'project' ? state : undefined;
}

function callOf({ state }: FactsQuestion): CallState | undefined {
  return state?.kind === 'call' ? state : undefined;
}

async function callOnly(db: Sql, callId: string): Promise<Pick<Facts, 'call'>> {
  const call = await callFacts(db, callId);
  return call === undefined ? {} : { call };
}

const applications: Loader = async (db, question) => {
  const call = callOf(question);
  return call === undefined ? none : { facts: { applications: await applicationsOf(db, call.applications) } };
};

async function namedDraft(db: Sql, state: ProjectState, version: number): Promise<DraftFacts | undefined> {
  const lastHash = state.submissions.at(-1)?.hash;
  const lastSubmitted = lastHash === undefined ? undefined : await versionOfHash(db, state.id, lastHash);
  return draftFacts(db, state.id, { version, ...(lastSubmitted === undefined ? {} : { lastSubmitted }) });
}

async function versionOfHash(db: Sql, projectId: string, hash: string): Promise<number | undefined> {
  const rows = await db.query<{ version: number }[]>(
    'SELECT version FROM application_version WHERE project_id = $1 AND hash = $2 ORDER BY version DESC LIMIT 1',
    [projectId, hash],
  );
  return rows[0]?.version;
}

/** The draft, what looks like it, and for a first submission the next running number, which is used up only if the submission is accepted. */
async function submission(db: Sql, question: FactsQuestion): Promise<LoadedFacts> {
  const state = projectOf(question);
  if (state === undefined) return none;
  const call = await callOnly(db, state.callId);
  const draft = await namedDraft(db, state, payloadOf<{ draftVersion: number }>(question).draftVersion);
  if (draft === undefined) return { facts: call };
  const facts: Facts = { ...call, draft, similar: await similarProjects(db, state, draft) };
  if (state.applicationRef !== undefined) return { facts };
  const no = await nextApplicationNo(db, state.callId);
  return { facts: { ...facts, nextApplicationNo: no }, afterApplied: () => storeApplicationNo(db, state.callId, no) };
}

/** What became of the mails of the deadline that is meant. */
const stepMails: Loader = async (db, question) => {
  const state = projectOf(question);
  const aim = state === undefined ? undefined : aimOf(state, payloadOf<object>(question));
  return aim === undefined ? none : { facts: { stepMails: await stepMailsOf(db, question.entity, aim) } };
};

/** Which mails about the change that is to be undone have left. */
const changeMails: Loader = async (db, question) => {
  const { changeId } = payloadOf<{ changeId: string }>(question);
  const change = projectOf(question)?.changes?.find((one) => one.changeId === changeId);
  return change === undefined ? none : { facts: { changeMails: await sentTellings(db, question.entity, change.no) } };
};

interface AskedItem {
  path: string;
  new?: string;
  personId?: string;
}

/** What a project would double under the lead that is asked for. */
async function underLead(db: Sql, question: FactsQuestion, items: readonly AskedItem[]): Promise<Pick<Facts, 'similar'>> {
  const state = projectOf(question);
  const leader = items.find(({ path }) => path === 'parties/lead')?.new;
  const lead = state?.contacts.find((one) => one.personId === leader)?.organizationId;
  return state === undefined || lead === undefined ? {} : { similar: await doublesUnder(db, state, lead) };
}

/** The organizations that are to join, with who is to act for them; what the project would double under another lead. */
const asked: Loader = async (db, question) => {
  const { items } = payloadOf<{ items: AskedItem[] }>(question);
  const similar = await underLead(db, question, items);
  const ids = items.flatMap(({ path }) => /^parties\/([0-9a-f-]{36})\/role$/.exec(path)?.[1] ?? []);
  if (ids.length === 0) return { facts: similar };
  const known = await organizationsByIds(db, ids);
  const organizations = Object.fromEntries(known.map(({ organizationId, country, inYunnan }) => [organizationId, { country, inYunnan }]));
  return {
    facts: {
      ...similar,
      organizations,
      people: await peopleFacts(
        db,
        items.flatMap((one) => one.personId ?? []),
      ),
    },
  };
};

/** What the project would double under the lead that an open change names. */
const approved: Loader = async (db, question) => {
  const { changeId } = payloadOf<{ changeId: string }>(question);
  const change = projectOf(question)?.changes?.find((one) => one.changeId === changeId);
  return change === undefined ? none : { facts: await underLead(db, question, change.items) };
};

const loaders: Record<string, Loader> = {
  StartApplication: async (db, question) => ({ facts: await callOnly(db, payloadOf<{ callId: string }>(question).callId) }),
  ImportRecord: async (db, question) => ({ facts: await callOnly(db, payloadOf<{ callId: string }>(question).callId) }),
  SubmitApplication: submission,
  ResubmitCorrection: async (db, question) => {
    const state = projectOf(question);
    if (state === undefined) return none;
    const draft = await namedDraft(db, state, payloadOf<{ draftVersion: number }>(question).draftVersion);
    return { facts: draft === undefined ? {} : { draft } };
  },
  SubmitReport: async (db, question) => {
    const state = projectOf(question);
    if (state === undefined) return none;
    const { year, draftVersion: version } = payloadOf<{ year: number; draftVersion: number }>(question);
    const shortForm = state.reports.find((report) => report.year === year)?.shortForm ?? false;
    const reportDraft = await reportDraftFacts(db, state.id, { year, version, shortForm });
    return { facts: reportDraft === undefined ? {} : { reportDraft } };
  },
  AssignOfficer: people((question) => [payloadOf<{ officerId: string }>(question).officerId]),
  OfferHandOver: people((question) => [payloadOf<{ toPersonId: string }>(question).toPersonId]),
  ReplaceContact: people((question) => [payloadOf<{ byPersonId: string }>(question).byPersonId]),
  InviteExpert: people((question) => [payloadOf<{ expertId: string }>(question).expertId]),
  RecordDefence: people((question) => payloadOf<{ present: string[] }>(question).present),
  RecordAcceptance: people((question) => payloadOf<{ present: string[] }>(question).present),
  ProposeExperts: async (db, question) => {
    const state = projectOf(question);
    if (state === undefined) return none;
    const { experts } = payloadOf<{ experts: string[] }>(question);
    return { facts: { people: await peopleFacts(db, experts, state.callId), partyMailDomains: await partyMailDomains(db, state) } };
  },
  PublishCall: async (db, question) => {
    const call = callOf(question);
    return call === undefined ? none : { facts: { callMaterials: await callMaterials(db, call.id, call.policyVersion) } };
  },
  SkipOccurrence: stepMails,
  SendNow: stepMails,
  Snooze: stepMails,
  ChangeDeadline: stepMails,
  PauseSeries: stepMails,
  UndoIntervention: stepMails,
  AdoptPolicy: async (db, question) => {
    const state = projectOf(question);
    if (state === undefined) return none;
    const { version } = payloadOf<{ version: number }>(question);
    const stored = await publishedPolicy(db, version);
    return {
      facts: { ...(await callOnly(db, state.callId)), ...(stored === undefined ? {} : { policies: { [version]: readPolicy(stored) } }) },
    };
  },
  UnWithdraw: async (db, question) => {
    const state = projectOf(question);
    return state === undefined ? none : { facts: await callOnly(db, state.callId) };
  },
  ProposeChange: asked,
  ApproveChange: approved,
  UndoChange: changeMails,
  Modify: async (db, question) => {
    const acts: Facts[] = [];
    for (const command of payloadOf<{ acts: Command[] }>(question).acts) acts.push((await loadFacts(db, { ...question, command })).facts);
    return { facts: { acts } };
  },
  FixRanking: applications,
  AnnounceProjects: applications,
  DecideProposal: async (db) => ({ facts: { people: await councilFacts(db) } }),
  ConfirmProposal: async (db, question) => {
    const { proposalId } = payloadOf<{ proposalId: string }>(question);
    const proposal = question.state?.proposals.find((one) => one.proposalId === proposalId);
    if (proposal === undefined) return none;
    return loadFacts(db, { ...question, command: { type: proposal.commandType, payload: proposal.payload } });
  },
};
