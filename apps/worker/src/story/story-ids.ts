import { derivedId } from '@app/persistence';

/** The id that follows from a name, so that the same person or organization has the same id in every installation's demo data. */
export function idOf(name: string): string {
  return derivedId(`gongfang demo: ${name}`);
}
