/** A kind of fact, how it is found in a text, and how what was found is written so that both languages write it alike. */
export interface FactPattern<Kind extends string> {
  kind: Kind;
  pattern: RegExp;
  alike?: (found: RegExpMatchArray) => string;
}

/** A fact that stands in a text. */
export interface StatedFact<Kind extends string> {
  kind: Kind;
  value: string;
}

/** Facts that a text states, each once, in the order of the patterns; what one pattern took is not looked at by the next. */
export function statedFacts<Kind extends string>(text: string, patterns: readonly FactPattern<Kind>[]): StatedFact<Kind>[] {
  let rest = text;
  const facts = new Map<string, StatedFact<Kind>>();
  for (const { kind, pattern, alike = ([found]: RegExpMatchArray): string => found } of patterns) {
    for (const found of rest.matchAll(pattern)) {
      const value = alike(found);
      facts.set(`${kind} ${value}`, { kind, value });
    }
    rest = rest.replace(pattern, ' ');
  }
  return [...facts.values()];
}

/** The facts of one text that the other does not state. */
export function notStatedIn<Kind extends string>(
  facts: readonly StatedFact<Kind>[],
  others: readonly StatedFact<Kind>[],
): StatedFact<Kind>[] {
  return facts.filter(({ kind, value }) => !others.some((other) => other.kind === kind && other.value === value));
}
