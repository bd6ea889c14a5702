import { rulesBuild } from '@app/domain';
import { calendarVersion } from '@app/persistence';
import { connectClient } from '@app/platform';
import { syncEntity } from '../dispatch/send-entity-command';
import { replan } from '../engine/replan';
import { forgetReplan } from '../engine/forget-replan';
import type { AddCommand } from './cli-tools';
import { commitToolsOf } from './commit-tools';

/** `replan`: after a release of rules, calendars or templates, plans every live entity anew and tells those whose next step moved. */
export const addReplan: AddCommand = (program, cli) => {
  program
    .command('replan')
    .description('plan live entities anew after a release of rules, calendars or templates; goes on where it was interrupted')
    .option('--again', 'also when this release was planned before')
    .action(
      cli.answer(async (options: { again?: boolean }) => {
        const client = connectClient(cli.config());
        try {
          const report = await cli.onDatabase(async (db) => {
            const occasion = `replan-${rulesBuild}-${await calendarVersion(db)}-${Date.now()}`;
            if (options.again === true) await forgetReplan(db);
            return replan(db, commitToolsOf(cli), async (moved) => {
              for (const entity of moved) await syncEntity(client, entity, occasion);
            });
          });
          const text = `Looked at ${report.looked} live entities; the next step of ${report.moved.length} moved.`;
          return { value: { looked: report.looked, moved: report.moved }, text };
        } finally {
          await client.connection.close();
        }
      }),
    );
};
