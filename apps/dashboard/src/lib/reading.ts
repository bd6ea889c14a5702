/** How something is read from the API and under which key it is kept. */
export interface Reading<T> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<T>;
  staleTime?: number;
  gcTime?: number;
  /** What stands in while the next page is read: the one before. */
  placeholderData?: (before: T | undefined) => T | undefined;
}

/**
 * For forms: a first reading that fails is the page's trouble; one in the background, as after a session has ended, leaves what is shown and typed where
 * it is.
 */
export function throwsAtFirst(_error: Error, { state }: { state: { data: unknown } }): boolean {
  return state.data === undefined;
}
