import { Command, CommanderError } from 'commander';
import { ConfigError } from '@app/platform';
import { createCli, UsageError } from './cli/cli-tools';
import { commands } from './cli/commands';

const exitCodes = { failed: 1, usage: 2 } as const;

/** `gongfang <command> [--json]`: exit code 0 done, 1 failed or something was found, 2 wrong usage or settings. */
async function main(): Promise<void> {
  const program = new Command('gongfang')
    .description('Administration of a Gongfang instance')
    .option('--json', 'print JSON for programs')
    .exitOverride();
  const cli = createCli(() => program.opts<{ json?: boolean }>().json === true || process.argv.includes('--json'));
  for (const add of commands) add(program, cli);
  for (const command of program.commands) allowJson(command);
  await program.parseAsync();
}

/** `--json` may stand before or after the command's name. */
function allowJson(command: Command): void {
  command.exitOverride();
  if (command.commands.length === 0) command.option('--json', 'print JSON for programs');
  for (const inner of command.commands) allowJson(inner);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  return error instanceof ConfigError || error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}

main().catch((error: unknown) => {
  // Commander has printed its own errors.
  if (!(error instanceof CommanderError)) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
