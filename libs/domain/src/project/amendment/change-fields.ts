import { amendmentFields } from './amendment-fields';
import { correctionFields } from './correction-fields';
import { partyFields } from './party-fields';
import { wordFields } from './word-fields';
import type { FieldRule, Running } from './field-rule';

/** A field that a path names. */
export interface NamedField {
  rule: FieldRule;
  key: string;
}

const rules: ReadonlyMap<string, FieldRule> = new Map(
  Object.entries({ ...amendmentFields, ...wordFields, ...partyFields, ...correctionFields }),
);

/** A path that names one of several things: `milestones/M3/plannedOn`. */
const ofSeveral = /^([^/]+)\/([^/]+)\/([^/]+)$/;

/** The rule behind a path like `milestones/M3/plannedOn`; nothing for a path that no rule knows. */
export function fieldAt(path: string): NamedField | undefined {
  const parts = ofSeveral.exec(path);
  const rule = rules.get(parts === null ? path : `${parts[1]}/*/${parts[3]}`);
  return rule === undefined ? undefined : { rule, key: parts === null ? '-' : String(parts[2]) };
}

/** All paths that name a value of this project, with their rules. */
export function fieldsOf(state: Running): (NamedField & { path: string })[] {
  return [...rules].flatMap(([pattern, rule]) => rule.keys(state).map((key) => ({ path: pattern.replace('*', key), rule, key })));
}

/** What nobody corrects and what cannot be amended here yet: the parties’ own words. */
const partiesOwn = /^(hostCountry|fieldCode|parties\/.+|indicators\/.+|construction\/endsOn)$/;

/** Whether a path names what only an amendment of the parties may change. */
export function isPartiesOwn(path: string): boolean {
  return partiesOwn.test(path) || fieldAt(path)?.rule.kind === 'amendment';
}
