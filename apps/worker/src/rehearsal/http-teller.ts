import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@app/domain';
import { storeCallMaterial, type EntityKey, type Sql } from '@app/persistence';
import { openProposalOf } from '../story/open-proposal';
import { smallPdf } from '../story/small-pdf';
import type { Teller } from '../story/teller';
import { ApiProblem, type ApiPerson } from './api-person';

/** What telling a story through the API needs. */
export interface HttpTellerTools {
  /** Notices of calls are written here; all else goes through the API. */
  db: Sql;
  /** The player by his key, signed in. */
  as: (key: string) => Promise<ApiPerson>;
  /** Lets the room's time run to an instant. */
  runTo: (at: Instant) => Promise<void>;
}

/** A teller that counts what it asked of the API. */
export interface HttpTeller extends Teller {
  commands: () => number;
}

interface CommandAnswer {
  commandId: string;
  status: 'applied' | 'pending';
  entity: EntityKey;
}

const pendingForMs = 30_000;
const pendingPauseMs = 50;
/** The desk looks for itself every minute, should nobody have told it of a held letter. */
const lettersWithinMs = 90_000;

/** Tells a story in a rehearsal room through the API, as the people who do each thing, each at its instant of the room's time. */
export function createHttpTeller({ db, as, runTo }: HttpTellerTools): HttpTeller {
  let commands = 0;
  const command = async (by: string, path: string, body: unknown, at: Instant): Promise<EntityKey> => {
    await runTo(at);
    commands += 1;
    const person = await as(by);
    const { body: answer } = await person.send<CommandAnswer>('POST', path, body);
    if (answer.status === 'pending') await untilAnswered(person, answer);
    return answer.entity;
  };
  const give: Teller['give'] = async (by, entity, { type, payload, reason }, at) => {
    const body = { ...(plain(payload) as object), ...(reason === undefined ? {} : { reason }) };
    await command(by, `/api/${entity.kind}s/${entity.id}/commands/${kebab(type)}`, body, at);
  };
  const saveAt = async (by: string, path: string, content: unknown, at: Instant): Promise<{ version: number; hash: string }> => {
    await runTo(at);
    const person = await as(by);
    const seen = (await person.get<{ version: number }>(path)).body.version;
    return (await person.send<{ version: number; hash: string }>('PUT', path, content, seen)).body;
  };
  return {
    commands: () => commands,
    give,
    createCall: async (by, payload, notices, at) => {
      const { id } = await command(by, '/api/calls', payload, at);
      for (const [language, content] of Object.entries(notices))
        await storeCallMaterial(db, { callId: id, kind: 'notice', language, content });
      return id;
    },
    startProject: async (by, callId, at) => (await command(by, '/api/projects', { callId }, at)).id,
    saveDraft: (by, projectId, content, at) => saveAt(by, `/api/projects/${projectId}/draft`, content, at),
    saveReport: (by, projectId, year, content, at) => saveAt(by, `/api/projects/${projectId}/reports/${year}/draft`, content, at),
    upload: async (by, entity, type, language, at) => {
      await runTo(at);
      const form = new FormData();
      form.set('type', type);
      form.set('language', language);
      const name = `${type.toLowerCase().replaceAll('_', '-')}-${language}.pdf`;
      form.set('file', new Blob([new Uint8Array(smallPdf(`${type} ${language}`))], { type: 'application/pdf' }), name);
      const { body } = await (
        await as(by)
      ).send<{ documentId: string; sha256: string }>('POST', `/api/projects/${entity.id}/documents`, form);
      return { documentId: body.documentId, sha256: body.sha256 };
    },
    confirm: async (by, entity, at) =>
      give(by, entity, { type: 'ConfirmProposal', payload: { proposalId: await openProposalOf(db, entity) } }, at),
    releaseLetters: async (by, call, at) => {
      await runTo(at);
      await readAndRelease(await as(by), call.id);
    },
  };
}

interface HeldLetter {
  mailId: string;
  mark: string | null;
  fault: string | null;
}

/** Waits until the desk has written every held letter of a call, opens each, notes it as read, and releases all of them. */
async function readAndRelease(person: ApiPerson, callId: string): Promise<void> {
  const path = `/api/calls/${callId}/letters`;
  const end = Date.now() + lettersWithinMs;
  let held = (await person.get<{ items: HeldLetter[] }>(path)).body.items;
  while (held.some(({ mark }) => mark === null)) {
    const fault = held.find((letter) => letter.fault !== null)?.fault;
    if (fault != null || Date.now() > end)
      throw new ApiProblem(409, 'LETTER_NOT_WRITTEN', `a letter is not written: ${fault ?? 'it takes too long'}`);
    await delay(pendingPauseMs);
    held = (await person.get<{ items: HeldLetter[] }>(path)).body.items;
  }
  if (held.length === 0) return;
  const letters = held.map(({ mailId, mark }) => ({ mailId, mark }));
  for (const { mailId, mark } of letters) {
    await person.get(`${path}/${mailId}`);
    await person.send('POST', `${path}/${mailId}/read`, { mark });
  }
  await person.send('POST', `${path}/release`, { letters, reason: 'Read, and right. 已审阅，内容无误。' });
}

async function untilAnswered(person: ApiPerson, { entity, commandId }: CommandAnswer): Promise<void> {
  const end = Date.now() + pendingForMs;
  for (;;) {
    const { body } = await person.get<{ status: string }>(`/api/commands/${entity.kind}/${entity.id}/${commandId}`);
    if (body.status === 'applied') return;
    if (body.status !== 'pending') throw new ApiProblem(422, body.status, `command ${commandId} ended as ${body.status}`);
    if (Date.now() > end) throw new ApiProblem(202, 'PENDING', `command ${commandId} is still pending`);
    await delay(pendingPauseMs);
  }
}

function kebab(type: string): string {
  return type.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Texts are sent as they are; the API stores them apart. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && typeof value.text === 'string') return value.text;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}
