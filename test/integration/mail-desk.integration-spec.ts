import PostalMime from 'postal-mime';
import { closeGate, decideUncertain, mailsOf, openGate } from '@app/persistence';
import { aDeadline } from '../support/notification-builders';
import { openMailKit, type MailKit } from '../support/mail-kit';

let kit: MailKit;
beforeAll(async () => {
  kit = await openMailKit();
});
afterAll(() => kit.close());
beforeEach(async () => {
  kit.smtp.taken.length = 0;
  kit.smtp.play(() => undefined);
  await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE state IN ('created', 'claimed', 'sending')`);
  await kit.db.query('DELETE FROM gate');
});

const answer = {
  class: 'answer' as const,
  kind: 'submission-receipt' as const,
  values: { ref: 'LMGF-2025-LA-003', no: 1, hash: 'h', receivedAt: '2026-03-03T03:00:00.000Z' },
};
const award = {
  class: 'letter' as const,
  kind: 'award-letter' as const,
  values: { ref: 'LMGF-2025-LA-003', projectRef: 'LMGF-2025-LA-003', announcedOn: '2026-03-02', centre: 'no' },
};

describe('a mail that is due', () => {
  it('leaves once, is recorded with the server’s words, and asks for nothing more', async () => {
    const id = await kit.put('lead-ac', answer);
    const first = await kit.deliver();
    expect(first.results).toEqual([{ rowIds: [id], result: 'sent' }]);
    expect(await kit.row(id)).toMatchObject({ state: 'sent', attempts: 1, result: { word: 'delivered', response: '250 kept' } });
    expect((await kit.deliver()).results).toEqual([]);
    expect(kit.smtp.taken).toHaveLength(1);
    expect(kit.smtp.taken[0]).toMatchObject({
      to: 'lead-ac@example.org',
      from: 'secretariat@gongfang.example.org',
      messageId: (await kit.row(id)).messageId,
    });
  });

  it('carries sender, reader, officer, thread, calendar and the reason, in both bodies', async () => {
    const deadline = aDeadline({ ladder: 'award', object: '-', endsAt: '2026-04-01T16:00:00.000Z', dueOn: '2026-04-01' });
    await kit.put('host-pc', { ...award, dueOn: deadline.dueOn, endsAt: deadline.endsAt, action: 'AcceptAward' }, { role: 'PC' });
    await kit.deliver();
    const mail = await PostalMime.parse(kit.smtp.taken[0]?.raw ?? '');
    expect(mail.to).toEqual([{ name: 'host-pc', address: 'host-pc@example.org' }]);
    expect(mail.from).toMatchObject({ address: 'secretariat@gongfang.example.org' });
    expect(mail.replyTo).toMatchObject([{ address: 'co@example.org' }]);
    expect(mail.subject).toBe('[澜湄工坊|LM Workshop] LMGF-2025-LA-003 Award letter - due 2026-04-01 (Beijing)');
    const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('references')).toBe(header('in-reply-to'));
    expect(header('content-language')).toBe('en, zh-CN');
    expect(mail.text).toContain('经联盟理事会审定');
    expect(mail.html).toContain('The Alliance council has approved');
    expect(mail.attachments.map((file) => file.mimeType)).toContain('text/calendar');
    expect(mail.date).toBe('2026-03-03T04:00:00.000Z'.slice(0, 16) + mail.date?.slice(16));
    const link = /https:\/\/gongfang\.example\.org\/a\/([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
    const [stored] = await kit.db.query<{ command_type: string; person_id: string }[]>(
      `SELECT command_type, person_id FROM action_link WHERE token_hash = sha256(convert_to($1, 'UTF8'))`,
      [link],
    );
    expect(stored).toEqual({ command_type: 'AcceptAward', person_id: kit.people['host-pc'] });
  });

  it('waits for its reader’s working hours, unless it answers him', async () => {
    await kit.db.query(`UPDATE entity_head SET clock = clock || '{"anchorVirtual": "2026-03-03T14:00:00.000Z"}' WHERE id = $1`, [
      kit.projectId,
    ]);
    try {
      const notice = await kit.put('lead-ac', {});
      const receipt = await kit.put('lead-ac', answer);
      await kit.deliver();
      expect(await kit.row(receipt)).toMatchObject({ state: 'sent' });
      expect(await kit.row(notice)).toMatchObject({ state: 'created', attempts: 0 });
      // 09:00 in Beijing of the next day is eleven hours away.
      const waitMs = ((await kit.row(notice)).sendAfter?.getTime() ?? 0) - Date.now();
      expect(Math.round(waitMs / 3_600_000)).toBe(11);
    } finally {
      await kit.db.query(`UPDATE entity_head SET clock = clock || '{"anchorVirtual": "2026-03-03T04:00:00.000Z"}' WHERE id = $1`, [
        kit.projectId,
      ]);
    }
  });
});

describe('the digest', () => {
  it('holds all notices for one reader under one Message-ID; letters leave alone', async () => {
    const one = await kit.put('lead-ac', { kind: 'milestone-reached', values: { ref: 'R', milestone: 'M1', reachedOn: '2026-03-02' } });
    const two = await kit.put('lead-ac', {
      kind: 'mou-in-force',
      values: { ref: 'R', effectiveOn: '2026-03-02', durationMonths: 12, endsOn: '2027-03-02' },
    });
    const letter = await kit.put('lead-ac', award);
    const other = await kit.put('lead-pl', { kind: 'project-resumed', values: { ref: 'R', resumedOn: '2026-03-02', moved: [] } });
    await kit.deliver();
    expect(kit.smtp.taken).toHaveLength(3);
    const ids = await Promise.all([one, two, letter, other].map(async (id) => (await kit.row(id)).messageId));
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    const digest = await PostalMime.parse(kit.smtp.taken.find((mail) => mail.messageId === ids[0])?.raw ?? '');
    expect(digest.subject).toBe('[澜湄工坊|LM Workshop] 2026-03-03 事项 2 件');
    expect(digest.text).toContain('谅解备忘录生效');
    expect(digest.text).toContain('里程碑已达到');
  });

  it('of a second batch of a day is another mail, not the first again', async () => {
    const put = (): Promise<string[]> =>
      Promise.all([1, 2].map(() => kit.put('host-pc', { kind: 'mou-signed', values: { ref: 'R' } }, { role: 'PC' })));
    const before = await put();
    await kit.deliver();
    const after = await put();
    await kit.deliver();
    expect(kit.smtp.taken).toHaveLength(2);
    expect((await kit.row(before[0] ?? '')).messageId).not.toBe((await kit.row(after[0] ?? '')).messageId);
  });
});

describe('asked again before it leaves', () => {
  const reminder = {
    kind: 'reminder' as const,
    rule: 'report',
    object: '2026',
    owner: { role: 'AC' as const },
    direction: 'before' as const,
    endsAt: '2027-03-31T16:00:00.000Z',
    values: { ref: 'R', ladder: 'report', object: '2026', level: 'L0' },
  };

  it.each([
    ['done', []],
    ['moved', [aDeadline({ series: 2, owner: { role: 'AC' } })]],
    ['held', [aDeadline({ owner: { role: 'AC' }, frozen: { unitsLeft: 3, heldOn: '2026-03-01' } })]],
  ])('a reminder that is %s is cancelled with its reason', async (why, deadlines) => {
    await kit.setState({ deadlines });
    const id = await kit.put('lead-ac', { ...reminder, step: `t-30.L0-${why}` });
    expect((await kit.deliver()).results).toEqual([{ rowIds: [id], result: 'cancelled' }]);
    expect(await kit.row(id)).toMatchObject({ state: 'cancelled', result: { word: 'cancelled', why } });
    expect(kit.smtp.taken).toEqual([]);
  });

  it('of two steps of one series the later is sent', async () => {
    await kit.setState({ deadlines: [aDeadline({ owner: { role: 'AC' } })] });
    const early = await kit.put('lead-ac', { ...reminder, step: 't-30.L0' });
    const late = await kit.put('lead-ac', { ...reminder, step: 't-7.L0' });
    await kit.deliver();
    expect([(await kit.row(early)).state, (await kit.row(late)).state]).toEqual(['cancelled', 'sent']);
    expect((await kit.row(early)).result).toMatchObject({ why: 'superseded' });
  });

  it('a person who left the role is not told', async () => {
    const id = await kit.put('host-pc', { kind: 'milestone-reached' }, { role: 'AC' });
    await kit.deliver();
    expect((await kit.row(id)).result).toMatchObject({ word: 'cancelled', why: 'left-role' });
  });
});

describe('a shut gate', () => {
  it.each([
    ['everything', '*'],
    ['rule', 'mou-in-force'],
    ['country', 'CN'],
  ] as const)('for %s keeps mail back, and opening lets it go', async (scope, key) => {
    await closeGate(kit.db, { scope, key, closedBy: null, reason: 'test' });
    const id = await kit.put('lead-ac', { ...award, rule: 'mou-in-force' });
    expect(await kit.deliver()).toEqual({ rollAt: 600, results: [] });
    expect((await mailsOf(kit.db, { kind: 'project', id: kit.projectId }, 500)).find((mail) => mail.id === id)?.word).toBe('held');
    expect(await openGate(kit.db, scope, key)).toBe(true);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('sent');
  });

  it('shut in the last second stops a mail that is already frozen', async () => {
    const id = await kit.put('lead-ac', award);
    kit.smtp.play(async ({ stage }) => {
      if (stage === 'rcpt') await closeGate(kit.db, { scope: 'project', key: kit.projectId, closedBy: null, reason: 'stop' });
      return undefined;
    });
    const second = await kit.put('lead-pl', award);
    await kit.deliver({ concurrency: 1 });
    const states = await Promise.all([id, second].map(async (row) => (await kit.row(row)).state));
    expect(states.sort()).toEqual(['created', 'sent']);
  });
});

describe('many desks at once', () => {
  it('send each mail once', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => kit.put('lead-ac', award)));
    await Promise.all([kit.deliver(), kit.deliver(), kit.deliver()]);
    expect(kit.smtp.taken).toHaveLength(60);
    const states = await Promise.all(ids.map(async (id) => (await kit.row(id)).state));
    expect(new Set(states)).toEqual(new Set(['sent']));
  });

  it('a desk that slept through its lease sends nothing', async () => {
    const id = await kit.put('lead-ac', award);
    const slow = kit.deliver({ claimLeaseMs: 1, sendLimitMs: 30_000 });
    expect((await slow).results).toEqual([{ rowIds: [id], result: 'released' }]);
    expect(kit.smtp.taken).toEqual([]);
    expect((await kit.row(id)).state).toBe('created');
  });
});

describe('a lease that ran out', () => {
  it('of a claimed row frees it; of a notice being sent repeats the same bytes; of a letter waits for a person', async () => {
    const notice = await kit.put('lead-pl', { kind: 'mou-signed', values: { ref: 'R' } });
    const letter = await kit.put('lead-ac', award);
    await kit.deliver();
    const before = new Map(kit.smtp.taken.map((mail) => [mail.to, mail.raw]));
    // As a process leaves it that dies after the server's 250: sending, under a lease nobody renews.
    await kit.db.query(
      `UPDATE outbox SET state = 'sending', claim_until = clock_timestamp() - interval '1 second' WHERE id = ANY($1::uuid[])`,
      [[notice, letter]],
    );
    await kit.db.query(`UPDATE delivery SET state = 'sending' WHERE id IN (SELECT delivery_id FROM outbox WHERE id = ANY($1::uuid[]))`, [
      [notice, letter],
    ]);
    const again = await kit.deliver();
    expect(again.results).toContainEqual({ rowIds: [letter], result: 'uncertain' });
    expect(await kit.row(letter)).toMatchObject({ state: 'uncertain', result: { word: 'uncertain', why: 'process-lost' } });
    expect(await kit.row(notice)).toMatchObject({ state: 'sent', attempts: 2 });
    const repeated = kit.smtp.taken.slice(2);
    expect(repeated.map((mail) => mail.raw)).toEqual([before.get('lead-pl@example.org')]);
    expect(await decideUncertain(kit.db, letter, 'send-again')).toBe(true);
    await kit.deliver();
    expect(kit.smtp.taken.at(-1)?.raw).toBe(before.get('lead-ac@example.org'));
    expect((await kit.row(letter)).state).toBe('sent');
    expect(await decideUncertain(kit.db, letter, 'delivered')).toBe(false);
  });
});
