import type { ProjectDetail } from './api/project';
import type { ChangeSet } from './change-words';

type Item = ChangeSet['items'][number];

/** The newest change that set one of the values, with that value; nothing where the record stands as it was first written. */
export function lastChangeOf(project: Pick<ProjectDetail, 'changes'>, ...paths: string[]): { change: ChangeSet; item: Item } | undefined {
  const found = (project.changes ?? [])
    .filter((one) => one.state === 'in-effect')
    .flatMap((change) => change.items.filter(({ path }) => paths.includes(path)).map((item) => ({ change, item })));
  return found.reduce<(typeof found)[number] | undefined>(
    (newest, one) => (newest === undefined || (one.change.tookEffectAt ?? '') >= (newest.change.tookEffectAt ?? '') ? one : newest),
    undefined,
  );
}
