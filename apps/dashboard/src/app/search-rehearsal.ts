const known = /^(project|call)\/[0-9a-f-]{36}$/;

/** Reads the address of the page of rehearsals: what is to be copied, as `kind/id`. */
export function rehearsalSearch({ source }: Record<string, unknown>): { source?: string } {
  return typeof source === 'string' && known.test(source) ? { source } : {};
}
