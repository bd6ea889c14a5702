import { gramsOf } from './similar-title';

/** A file with its titles, in whatever languages. */
export interface TitledFile {
  id: string;
  titles: string[];
}

/** Files whose titles have the same grams, which are compared once. */
interface TitleClass {
  grams: string[];
  ids: string[];
}

/**
 * Groups of files of which each is similar to another of the group in some title (Jaccard index of `from` or more, as `titleSimilarity` counts). The same
 * answer as comparing all pairs, but only titles that share one of their rarest grams are compared: a thousand files take no longer than a page may.
 */
export function similarTitleGroups(files: readonly TitledFile[], from: number): string[][] {
  const parents = new Map<string, string>();
  const languages = Math.max(0, ...files.map((file) => file.titles.length));
  for (let at = 0; at < languages; at += 1) {
    for (const [a, b] of similarPairs(classesOf(files, at), from)) join(parents, a, b);
  }
  const groups = new Map<string, string[]>();
  for (const { id } of files) {
    const root = rootOf(parents, id);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function classesOf(files: readonly TitledFile[], at: number): TitleClass[] {
  const grams = files.map((file) => ({ id: file.id, grams: [...gramsOf(file.titles[at] ?? '')] }));
  const frequency = new Map<string, number>();
  for (const gram of grams.flatMap((one) => one.grams)) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const rarest = (a: string, b: string): number => Number(frequency.get(a)) - Number(frequency.get(b)) || (a < b ? -1 : 1);
  const classes = new Map<string, TitleClass>();
  for (const one of grams.filter(({ grams: own }) => own.length > 0)) {
    const sorted = one.grams.sort(rarest);
    const key = sorted.join('\n');
    classes.set(key, { grams: sorted, ids: [...(classes.get(key)?.ids ?? []), one.id] });
  }
  return [...classes.values()];
}

/** A product of a binary fraction may lie a hair above the whole number it stands for. */
const tolerance = 1e-9;

/** Two sets that share enough must share a gram among the rarest of each: all but the share that may differ, and one. */
function prefixOf({ grams }: TitleClass, from: number): string[] {
  return grams.slice(0, grams.length - Math.ceil(from * grams.length - tolerance) + 1);
}

function similarPairs(classes: TitleClass[], from: number): [string, string][] {
  const pairs: [string, string][] = [];
  const index = new Map<string, TitleClass[]>();
  for (const one of classes) {
    const [first, ...same] = one.ids as [string, ...string[]];
    pairs.push(...same.map((id): [string, string] => [first, id]));
    const known = new Set(one.grams);
    const candidates = new Set(prefixOf(one, from).flatMap((gram) => index.get(gram) ?? []));
    for (const other of candidates) if (jaccard(known, other.grams) >= from) pairs.push([first, other.ids[0] as string]);
    for (const gram of prefixOf(one, from)) index.set(gram, [...(index.get(gram) ?? []), one]);
  }
  return pairs;
}

function jaccard(known: ReadonlySet<string>, grams: string[]): number {
  const shared = grams.filter((gram) => known.has(gram)).length;
  return shared / (known.size + grams.length - shared);
}

function rootOf(parents: Map<string, string>, id: string): string {
  let root = id;
  for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
  return root;
}

function join(parents: Map<string, string>, a: string, b: string): void {
  const [rootA, rootB] = [rootOf(parents, a), rootOf(parents, b)];
  if (rootA !== rootB) parents.set(rootB, rootA);
}
