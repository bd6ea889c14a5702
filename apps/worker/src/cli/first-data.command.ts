import { instantOf } from '@app/domain';
import { demoPeopleFile, loadFirstData } from '../engine/first-data/first-data';
import type { AddCommand } from './cli-tools';

/** `first-data`: fills an empty installation with the demo; an installation that holds anybody is left alone. */
export const addFirstData: AddCommand = (program, cli) => {
  program
    .command('first-data')
    .description('fill an empty installation with demo people, calls and projects')
    .action(
      cli.answer(async () => {
        const config = cli.config();
        const { entities: _entities, ...report } = await cli.onDatabase((db) => loadFirstData(db, config, instantOf(Date.now())));
        const told = `${report.people} people, ${report.calls} calls, ${report.projects} projects; passwords in ${demoPeopleFile(config)}`;
        return { value: report, text: report.people === 0 ? 'First data is there already.' : told };
      }),
    );
};
