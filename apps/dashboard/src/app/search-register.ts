/** Reads what is looked for in the register from the address. */
export function registerSearch({ q }: Record<string, unknown>): { q?: string } {
  return (typeof q === 'string' || typeof q === 'number') && String(q).trim() !== '' ? { q: String(q).slice(0, 100) } : {};
}
