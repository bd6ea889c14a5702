import type { AddCommand } from './cli-tools';
import { addMigrate } from './migrate.command';

/** Every command of the tool; a further one is a file of its own and a line here. */
export const commands: AddCommand[] = [addMigrate];
