import type { DecideContext } from '../../shared/decision';
import { refuse } from '../../shared/result';
import type { ProjectEvent } from '../project.events';
import type { ChangedParts } from './amendment.events';
import { nothingSet, type ChangeItem, type Given } from './change-set';
import { fieldAt, fieldsOf, isPartiesOwn, type NamedField } from './change-fields';
import { tooFewParties } from './party-fields';
import { changeTypeRules, notTogether, type ChangeType } from './change-types';
import type { CheckSetting, FieldRule, FieldSetting, FrozenItem, Refusal, Running } from './field-rule';

/** Items that may be asked for, with their types and whether a second person has to confirm a correction. */
export interface CheckedItems {
  ok: true;
  items: ChangeItem[];
  types: ChangeType[];
  secondPerson: boolean;
}

/** What a reader may ask to change, with the present value, or why not now. */
export interface ChangeableField {
  path: string;
  kind: FieldRule['kind'];
  type?: ChangeType;
  input: FieldRule['input'];
  value: string;
  refusal?: Refusal['violation'];
}

/** Every value of a running project that can be amended or corrected, each with its present value and, where it cannot now, the reason. */
export function changeableFields(state: Running, ctx: FieldSetting): ChangeableField[] {
  return fieldsOf(state).flatMap(({ path, rule, key }) => {
    const value = rule.read(state, key);
    if (value === undefined) return [];
    const refusal = lockedBy(state, { rule, key }, ctx);
    const named = { path, kind: rule.kind, ...(rule.type === undefined ? {} : { type: rule.type }), input: rule.input, value };
    return [refusal === undefined ? named : { ...named, refusal: refusal.violation }];
  });
}

function lockedBy(state: Running, { rule, key }: NamedField, ctx: FieldSetting): Refusal | undefined {
  if (rule.type !== undefined && !changeTypeRules[rule.type].stages.includes(state.stage))
    return refuse('CHANGE_NOT_ALLOWED_IN_STAGE', 'not in this stage', { type: rule.type, stage: state.stage });
  return rule.locked?.(state, key, ctx);
}

/** The field that a path names, where this kind of change may touch it. */
function fieldFor(path: string, kind: FieldRule['kind']): { ok: true; field: NamedField } | Refusal {
  if (kind === 'correction' && isPartiesOwn(path)) return refuse('ONLY_BY_AMENDMENT', 'only the parties change this', { path });
  const field = fieldAt(path);
  return field?.rule.kind === kind ? { ok: true, field } : refuse('CHANGE_UNKNOWN_FIELD', 'this is not changed this way', { path });
}

/** The field with its present value, unless that is another than whoever asks has seen. */
function presentValue(
  state: Running,
  kind: FieldRule['kind'],
  { path, old: seen }: FrozenItem,
): { ok: true; field: NamedField; old: string } | Refusal {
  const found = fieldFor(path, kind);
  if (!found.ok) return found;
  const { field } = found;
  const old = field.rule.read(state, field.key);
  if (old === undefined) return refuse('CHANGE_UNKNOWN_FIELD', 'there is no such value', { path });
  if (seen !== undefined && seen !== old) return refuse('CHANGE_OVERTAKEN', 'it is another by now', { path, now: old });
  return { ok: true, field, old };
}

/** One item by its rule; the state is the one after the items before it, so that a later milestone may lie in the longer construction. */
function checkedItem(
  state: Running,
  kind: FieldRule['kind'],
  asked: FrozenItem,
  ctx: CheckSetting,
): { ok: true; item: ChangeItem; field: NamedField } | Refusal {
  const { path } = asked;
  const found = presentValue(state, kind, asked);
  if (!found.ok) return found;
  const { field, old } = found;
  const value = asked.text?.textId ?? asked.new ?? nothingSet;
  if (old === value) return refuse('CHANGE_NOTHING', 'this is its value', { path });
  const given = givenWith(state, field, asked, ctx);
  const refusal = lockedBy(state, field, ctx) ?? field.rule.refusal(state, field.key, value, { ...ctx, given });
  return refusal ?? { ok: true, item: { path, old, new: value, ...given, ...oldTextOf(state, field) }, field };
}

function oldTextOf(state: Running, { rule }: NamedField): Pick<ChangeItem, 'oldText'> {
  const oldText = rule.textOf?.(state);
  return oldText === undefined ? {} : { oldText };
}

/** What stands beside the value: frozen before, or to be frozen now. */
function givenWith(state: Running, { rule, key }: NamedField, asked: FrozenItem, { facts }: CheckSetting): Given {
  const { text, party } = asked;
  const before = { ...(text === undefined ? {} : { text }), ...(party === undefined ? {} : { party }) };
  return { ...before, ...rule.freeze?.(state, key, asked, facts) };
}

/** Duration first: dates of milestones are judged by the end that is asked for. */
function inOrder(items: readonly FrozenItem[]): FrozenItem[] {
  const first = (item: FrozenItem): number => Number(fieldAt(item.path)?.rule.type !== 'duration');
  return [...items].sort((a, b) => first(a) - first(b));
}

/** Checks what is asked for: each value by its own rule, and whether they may stand in one change set. */
export function checkItems(
  state: Running,
  kind: FieldRule['kind'],
  asked: readonly FrozenItem[],
  ctx: CheckSetting,
): CheckedItems | Refusal {
  const items: ChangeItem[] = [];
  const types = new Set<ChangeType>();
  let secondPerson = false;
  let folded = state;
  for (const one of inOrder(asked)) {
    if (items.some((other) => other.path === one.path)) return refuse('CHANGE_COMBINATION', 'one value twice', { path: one.path });
    const checked = checkedItem(folded, kind, one, ctx);
    if (!checked.ok) return checked;
    const { rule, key } = checked.field;
    const { item } = checked;
    items.push(item);
    for (const type of typesOf(checked.field, item)) types.add(type);
    secondPerson ||= rule.secondPerson?.(state, key) === true;
    folded = { ...folded, ...rule.set(folded, key, item.new, item) } as Running;
  }
  return togetherRefusal(folded, [...types], ctx) ?? { ok: true, items, types: [...types], secondPerson };
}

/** What the contract calls the change of one value; a correction has no such name. */
function typesOf({ rule }: NamedField, item: ChangeItem): ChangeType[] {
  const type = rule.typeFor?.(item.new) ?? rule.type;
  return type === undefined ? [] : [type];
}

/** Why the project cannot be as it would be after all items. */
function togetherRefusal(after: Running, types: ChangeType[], ctx: FieldSetting): Refusal | undefined {
  return combined(types, ctx) ?? beyondTheEnd(after) ?? tooFewParties(after, types, ctx.policy);
}

/** No milestone that is still to come lies after the end of the construction. */
function beyondTheEnd({ construction: { endsOn, milestones } }: Running): Refusal | undefined {
  const beyond = milestones.filter((one) => one.state === 'open' && one.plannedOn > endsOn).map((one) => one.code);
  return beyond.length === 0 ? undefined : refuse('CHANGE_COMBINATION', 'milestones lie after the end', { milestones: beyond });
}

function combined(types: ChangeType[], { policy }: FieldSetting): Refusal | undefined {
  const apart = notTogether(types);
  if (apart !== undefined) return refuse('CHANGE_COMBINATION', 'these do not stand in one amendment', { types: apart });
  const { maxTypes } = policy.change;
  return types.length > maxTypes ? refuse('CHANGE_COMBINATION', `at most ${maxTypes} types`, { types, most: maxTypes }) : undefined;
}

/** What a change sets in the state, and the dates that move with it. The items have been checked. */
export function effectOf(state: Running, items: readonly ChangeItem[], ctx: DecideContext): { set: ChangedParts; moves: ProjectEvent[] } {
  let set: ChangedParts = {};
  const moves: ProjectEvent[] = [];
  for (const item of items) {
    const { rule, key } = fieldAt(item.path) as NamedField;
    const before = { ...state, ...set } as Running;
    set = { ...set, ...rule.set(before, key, item.new, item) };
    moves.push(...(rule.moves?.(before, key, item.new, ctx) ?? []));
  }
  return { set, moves };
}
