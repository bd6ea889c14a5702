import { instantOf } from '@app/domain';
import { generateProjects } from '../engine/first-data/generate';
import { UsageError, type AddCommand } from './cli-tools';

const most = 100_000;
const mostTold = 50;

/** `generate`: adds many projects to a demo, for load and for looking at full pages. */
export const addGenerate: AddCommand = (program, cli) => {
  program
    .command('generate')
    .description('add many projects to a demo while no worker runs; done once (npm start -- --projects 10000 does it)')
    .option('--projects <number>', 'how many, about', '10000')
    .option('--told <number>', 'how many of a call are told one by one; fewer are faster and less different from each other', '50')
    .action(
      cli.answer(async (options: { projects: string; told: string }) => {
        const wanted = Number(options.projects);
        if (!/^\d+$/.test(options.projects) || wanted < 5 || wanted > most)
          throw new UsageError(`${options.projects} is no whole number from 5 to ${most}`);
        const told = Number(options.told);
        if (!/^\d{1,2}$/.test(options.told) || told < 1 || told > mostTold)
          throw new UsageError(`${options.told} is no whole number from 1 to ${mostTold}`);
        const config = cli.config();
        const report = await cli.onDatabase((db) => generateProjects(db, config, instantOf(Date.now()), wanted, told));
        const made = `${report.projects} projects in ${report.programmes} programmes; ${report.told} of them told`;
        return { value: report, text: report.projects === 0 ? 'Projects have been generated here before.' : `${made}.` };
      }),
    );
};
