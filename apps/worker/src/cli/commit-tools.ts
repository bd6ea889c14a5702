import { createRuleData } from '@app/persistence';
import type { CommitTools } from '../commit/open-session';
import type { Cli } from './cli-tools';

/** Tools of the engine's repair as the command line runs it; failures of single commands are theirs to tell. */
export function commitToolsOf(cli: Cli): CommitTools {
  const { mode, temporal } = cli.config();
  return { ruleData: createRuleData(), production: mode === 'production', rollAt: temporal.rollAt, onFailure: () => undefined };
}
