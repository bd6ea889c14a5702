const idsIn = (list: string | undefined): number => (list === undefined || list === '' ? 0 : list.split(',').length);

/**
 * How many projects are chosen: those that are named one by one, or all that fit the filters but for those that were taken out.
 * @param fitting how many fit the filters
 */
export function chosenCount({ only, except }: Record<string, string>, fitting: number): number {
  return only === undefined ? fitting - idsIn(except) : idsIn(only);
}
