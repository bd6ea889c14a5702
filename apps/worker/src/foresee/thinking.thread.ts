import { workerData } from 'piscina';
import { createDataSource, type DatabaseSettings } from '@app/persistence';
import { OwnThinker, type ProjectsToThink } from './think-projects';

const { database } = workerData as { database: DatabaseSettings };
const thinker = opened();

async function opened(): Promise<OwnThinker> {
  const db = createDataSource(database, 'gongfang-thinking');
  await db.initialize();
  return new OwnThinker(db);
}

/** What a thread does with the projects that it is given; it ends with its pool. */
export default async function think(projects: ProjectsToThink): Promise<number | undefined> {
  return (await thinker).think(projects);
}
