import { mailDeskIdOf } from '@app/workflows';
import { aCommand, createEntity, openShellWorld } from '../../support/shell-world';
import { waitFor } from '../../support/wait-for';
import { CorpusWriter } from './corpus-writer';
import { mailDeskScenarios } from './scenarios';

const minutes = 60_000;
const copies = 700;

it(
  'a busy mail desk',
  async () => {
    const world = await openShellWorld({ sendsMail: true });
    try {
      const writer = new CorpusWriter('mail-desk');
      const entity = await createEntity(world);
      const sent = async (count: number): Promise<boolean> => {
        const rows = await world.db.query<object[]>(`SELECT FROM outbox WHERE entity_id = $1 AND state = 'sent'`, [entity.id]);
        return rows.length === count;
      };
      await world.gateway.submit(entity, aCommand(world, 'Add', { n: 1, mail: true }));
      await waitFor(() => sent(1));
      // More than three batches hold, each a mail of its own, as on the day of an announcement.
      await world.db.query(
        `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, shard,
           send_after_virtual, send_after)
         SELECT gen_random_uuid(), kind, business_key || '/' || n, entity_kind, entity_id, rev, seq, person_id, role, notification, 'answer',
           intent || jsonb_build_object('object', n::text), shard, now(), now()
           FROM outbox, generate_series(1, $2::int) n WHERE entity_id = $1`,
        [entity.id, copies],
      );
      await world.gateway.submit(entity, aCommand(world, 'Add', { n: 2, mail: true }));
      await waitFor(() => sent(copies + 2), { withinMs: minutes });
      await writer.workflow(world, 'busy-desk', mailDeskIdOf('0'));
      writer.finish(mailDeskScenarios);
    } finally {
      await world.close();
    }
  },
  3 * minutes,
);
