import { workerData } from 'piscina';
import { createDataSource, type DatabaseSettings, type DryRunRow } from '@app/persistence';
import { OwnThinker, type ProjectsToThink } from './think-projects';

const { database } = workerData as { database: DatabaseSettings };
const thinker = opened();

async function opened(): Promise<OwnThinker> {
  // One batch at a time, and few reads at once.
  const db = createDataSource({ ...database, poolSize: 2 }, 'gongfang-thinking');
  await db.initialize();
  return new OwnThinker(db);
}

/** A thread that thinks projects through; it ends with its pool. */
export default async function think(projects: ProjectsToThink): Promise<DryRunRow[]> {
  return (await thinker).think(projects);
}
