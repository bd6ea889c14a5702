import { migrate } from '@app/persistence';
import type { AddCommand } from './cli-tools';

/** `migrate`: brings the database's schema up to date and adds missing base data. */
export const addMigrate: AddCommand = (program, cli) => {
  program
    .command('migrate')
    .description('bring the schema of the database up to date; needs DATABASE_OWNER_URL')
    .action(
      cli.answer(async () => {
        const run = await migrate(cli.config().database.ownerUrl);
        return { value: { migrations: run }, text: run.length === 0 ? 'The schema is up to date.' : `Migrated: ${run.join(', ')}` };
      }),
    );
};
