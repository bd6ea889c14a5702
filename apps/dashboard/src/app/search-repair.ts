/** What the repair page looks at; what is no text is as if it were not there. */
export function repairSearch(raw: Record<string, unknown>): { kind?: 'project' | 'call'; entity?: string } {
  const { kind, entity } = raw;
  if (typeof entity !== 'string' || entity.trim() === '') return {};
  return { ...(kind === 'call' || kind === 'project' ? { kind } : {}), entity: entity.slice(0, 100) };
}
