import type { AddCommand } from './cli-tools';
import { addFirstData } from './first-data.command';
import { addMigrate } from './migrate.command';

/** Every command of the tool; a further one is a file of its own and a line here. */
export const commands: AddCommand[] = [addMigrate, addFirstData];
