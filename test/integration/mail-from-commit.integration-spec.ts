import PostalMime from 'postal-mime';
import { createRuleData, type EntityKey } from '@app/persistence';
import { deskLimits } from '../../apps/worker/src/notification/compose-mail-desk';
import { deliverDue } from '../../apps/worker/src/notification/deliver-due';
import { createMailTransport, defaultTransportLimits, type MailTransport } from '../../apps/worker/src/notification/mail-transport';
import { completeDraft, expectApplied, openCommitKit, startProject, type CommitKit } from '../support/commit-kit';
import { startScriptedSmtp, type ScriptedSmtp } from '../support/smtp-server';

let kit: CommitKit;
let smtp: ScriptedSmtp;
let transport: MailTransport;
let project: EntityKey;

beforeAll(async () => {
  kit = await openCommitKit();
  smtp = await startScriptedSmtp();
  transport = createMailTransport({ url: smtp.url, rehearsal: true, ...defaultTransportLimits });
  project = await startProject(kit, '2025-06-10T02:00:00.000Z');
  const submission = await completeDraft(kit, project);
  await expectApplied(kit.give(project, 'SubmitApplication', submission, kit.people.applicant, '2025-06-10T03:00:00.000Z'));
});
afterAll(async () => {
  transport.close();
  await smtp.close();
  await kit.close();
});

async function deliver(): Promise<void> {
  const settings = { ...deskLimits, from: 'S <s@example.org>', domain: 'example.org', publicUrl: 'http://localhost:8080', rollAt: 600 };
  await deliverDue(
    { db: kit.db, ruleData: createRuleData(), transport, settings, heartbeat: () => undefined, warn: () => undefined },
    { shard: '0' },
  );
}

interface Row {
  state: string;
  notification: string;
  role: string;
  copy: boolean;
  address: string;
}

async function mailsAbout(notification: string): Promise<Row[]> {
  return kit.db.query<Row[]>(
    `SELECT o.state, o.notification, o.role, o.copy, e.address FROM outbox o JOIN person_email e ON e.person_id = o.person_id AND e.rank = 1
      WHERE o.kind = 'mail' AND o.entity_id = $1 AND o.notification = $2 ORDER BY o.copy, o.role, e.address`,
    [project.id, notification],
  );
}

describe('a submission', () => {
  it('is answered at once to who works on it, with a copy to who signed, by the room’s own time', async () => {
    await deliver();
    const receipts = await mailsAbout('submission-receipt');
    expect(receipts.map(({ state, role, copy }) => ({ state, role, copy }))).toEqual([
      { state: 'sent', role: 'AC', copy: false },
      { state: 'sent', role: 'LR', copy: true },
    ]);
    // The Secretariat got its digest about the published call in the same batch.
    const taken = smtp.taken.map((mail) => mail.to);
    expect(taken).toEqual(expect.arrayContaining(receipts.map((row) => row.address)));
    expect(new Set(taken).size).toBe(taken.length);
    // The receipt names the entry of the ledger with its hash.
    const [entry] = await kit.db.query<{ rev: number; hash: string }[]>(
      `SELECT rev, hash FROM ledger_entry WHERE kind = 'project' AND id = $1 AND type = 'SubmitApplication'`,
      [project.id],
    );
    const written = await kit.db.query<{ raw: string }[]>(
      `SELECT d.frozen->>'raw' AS raw FROM outbox o JOIN delivery d ON d.id = o.delivery_id WHERE o.entity_id = $1 AND o.notification = 'submission-receipt'`,
      [project.id],
    );
    const texts = await Promise.all(written.map(async ({ raw }) => (await PostalMime.parse(raw)).text ?? ''));
    expect(texts.map((text) => text.includes(`${entry?.rev} · ${entry?.hash}`))).toEqual([true, true]);
    await deliver();
    expect(smtp.taken).toHaveLength(taken.length);
  });
});

describe('an address that refuses', () => {
  it('is told to the project by a command, and the officer gets a task', async () => {
    smtp.play(({ stage, address }) => (stage === 'rcpt' && address.startsWith('legal') ? '550 unknown' : undefined));
    const again = await completeAgain();
    await expectApplied(kit.give(project, 'SubmitApplication', again, kit.people.applicant, '2025-06-11T03:00:00.000Z'));
    await deliver();
    const [row] = await kit.db.query<{ id: string; command: { type: string; payload: unknown } }[]>(
      `SELECT id, command FROM outbox WHERE kind = 'command' AND target_id = $1 AND state = 'created' AND command->>'type' = 'RecordDelivery'`,
      [project.id],
    );
    if (row === undefined) throw new Error('no command was written');
    await kit.player.give(project, {
      id: row.id,
      type: row.command.type,
      payload: row.command.payload,
      actor: { kind: 'system' },
      at: '2025-06-11T03:01:00.000Z',
    });
    expect((await kit.stateOf(project)).unreachable).toEqual([kit.people.legal.personId]);
    const tasks = await mailsAbout('address-failed');
    expect(tasks.length).toBeGreaterThan(0);
    // The Secretariat's digest of the next morning in the room.
    await kit.setTime('2025-06-12T03:05:00.000Z');
    smtp.play(() => undefined);
    await deliver();
    expect((await mailsAbout('address-failed')).every((task) => task.state === 'sent')).toBe(true);
  });

  async function completeAgain(): Promise<Awaited<ReturnType<typeof completeDraft>>> {
    const rows = await kit.db.query<{ version: number; hash: string }[]>(
      'SELECT version, hash FROM application_draft WHERE project_id = $1',
      [project.id],
    );
    const { documentId, sha256 } = { documentId: '99999999-9999-4999-8999-999999999999', sha256: 'c'.repeat(64) };
    return {
      draftVersion: rows[0]?.version ?? 0,
      draftHash: rows[0]?.hash ?? '',
      signedBy: kit.people.legal.personId,
      signature: { documentId, sha256 },
    };
  }
});
