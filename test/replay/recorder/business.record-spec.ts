import { DiskFileStore } from '@app/platform';
import { openRoom } from '@app/persistence';
import { conductorIdOf, conductorWorkflowType, mailDeskIdOf, taskQueues } from '@app/workflows';
import type { ConductorInput, ConductorResult } from '@app/workflows';
import { addDemoOrganizations, addDemoPeople } from '../../../apps/worker/src/engine/first-data/demo-people';
import { createLedgerTeller } from '../../../apps/worker/src/engine/first-data/ledger-teller';
import { callStory } from '../../../apps/worker/src/story/call-story';
import { call2025 } from '../../../apps/worker/src/story/demo-plots';
import { play } from '../../../apps/worker/src/story/teller';
import { enginePlayer } from '../../support/engine-player';
import { openShellWorld } from '../../support/shell-world';
import { CorpusWriter } from './corpus-writer';
import { businessScenarios } from './scenarios';

const minutes = 60_000;

it(
  'a whole call and its projects over three years',
  async () => {
    const world = await openShellWorld({ settings: { GONGFANG_MODE: 'rehearsal' }, realRules: true, sendsMail: true });
    try {
      await addDemoOrganizations(world.db);
      await addDemoPeople(world.db);
      const roomId = await openRoom(world.db, { name: 'recording', at: '2025-05-20T00:00:00.000Z' });
      const player = enginePlayer(world, roomId);
      const story = callStory({ ...call2025(), clock: { kind: 'conducted', roomId } });
      await play(story.acts, createLedgerTeller({ db: world.db, player, files: new DiskFileStore(world.config.files.dir) }));
      const conductorId = conductorIdOf(roomId);
      const input: ConductorInput = { roomId, until: '2029-06-01T00:00:00.000Z' };
      await world.client.workflow.execute<(one: ConductorInput) => Promise<ConductorResult>>(conductorWorkflowType, {
        workflowId: conductorId,
        taskQueue: taskQueues.project,
        args: [input],
      });
      const writer = new CorpusWriter('business');
      await writer.entity(world, 'call', { kind: 'call', id: story.threads.id ?? '' });
      for (const { plot, projectId } of story.threads.projects)
        await writer.entity(world, plot.key, { kind: 'project', id: projectId ?? '' });
      await writer.workflow(world, 'mail-desk', mailDeskIdOf('0'));
      await writer.workflow(world, 'conductor', conductorId);
      writer.finish(businessScenarios);
    } finally {
      await world.close();
    }
  },
  20 * minutes,
);
