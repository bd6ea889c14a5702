/** How something is read from the API and under which key it is kept. */
export interface Reading<T> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<T>;
  staleTime?: number;
  gcTime?: number;
  /** What stands in while the next page is read: the one before. */
  placeholderData?: (before: T | undefined) => T | undefined;
}
