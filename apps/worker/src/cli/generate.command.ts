import { instantOf } from '@app/domain';
import { generateProjects } from '../engine/first-data/generate';
import { UsageError, type AddCommand } from './cli-tools';

const most = 100_000;

/** `generate`: adds many projects to a demo, for load and for looking at full pages. */
export const addGenerate: AddCommand = (program, cli) => {
  program
    .command('generate')
    .description('add many projects to a demo while no worker runs; done once (npm start -- --projects 10000 does it)')
    .option('--projects <number>', 'how many, about', '10000')
    .action(
      cli.answer(async (options: { projects: string }) => {
        const wanted = Number(options.projects);
        if (!/^\d+$/.test(options.projects) || wanted < 5 || wanted > most)
          throw new UsageError(`${options.projects} is no whole number from 5 to ${most}`);
        const config = cli.config();
        const report = await cli.onDatabase((db) => generateProjects(db, config, instantOf(Date.now()), wanted));
        const made = `${report.projects} projects in ${report.programmes} programmes; ${report.told} of them told`;
        return { value: report, text: report.projects === 0 ? 'Projects have been generated here before.' : `${made}.` };
      }),
    );
};
