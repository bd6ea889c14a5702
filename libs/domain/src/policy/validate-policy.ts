import { standingRoles } from '../people/roles';
import type { Violation } from '../shared/result';
import { ladderKeys, ladderLevels } from './policy-shape';
import { policyKeys } from './policy-keys';
import { policyContradictions } from './policy-contradictions';
import { isTree, valueAt, type Tree } from './policy-tree';
import { readPolicy } from './read-policy';
import { valueProblem } from './value-rules';

const recipients = new Set<unknown>(['owner', 'officeHead', 'AC', 'PL', 'LR', 'PC', 'PS', ...standingRoles]);
const levels = new Set<unknown>(ladderLevels);
const calendars = new Set<unknown>(['competition', 'contract', 'secretariat']);
const stepForm = /^(t-\d{1,3}|\+\d{1,2}|wd-\d{1,2}|day\+\d{1,3})$/;
const maxStepsPerRow = 40;

/**
 * Everything that is wrong with a policy somebody wants to store, as `POLICY_INVALID` with the key and a reason code; an empty list when it is fine.
 * Missing keys are no fault: they have their default. Rules across keys are checked once each value is right in itself.
 */
export function validatePolicy(raw: unknown): Violation[] {
  const wrong = wrongPolicyValues(raw);
  if (wrong.length > 0) return wrong;
  return policyContradictions(readPolicy(raw)).map(({ key, reason }) => invalid(key, reason));
}

/** Keys that are unknown and values that are wrong in themselves; that values contradict each other is no fault of a draft that is being written. */
export function wrongPolicyValues(raw: unknown): Violation[] {
  if (!isTree(raw)) return [invalid('-', 'WRONG_TYPE')];
  const { ladder, ...rest } = raw;
  return [...unknownKeys(rest, ''), ...wrongValues(rest), ...wrongLadder(ladder)];
}

function invalid(key: string, reason: string): Violation {
  return { code: 'POLICY_INVALID', message: `policy key ${key}: ${reason}`, values: { key, reason } };
}

function unknownKeys(tree: Tree, prefix: string): Violation[] {
  const known = Object.keys(policyKeys);
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    if (Object.hasOwn(policyKeys, path)) return [];
    if (!known.some((name) => name.startsWith(`${path}.`))) return [invalid(path.slice(0, 100), 'UNKNOWN_KEY')];
    return isTree(value) ? unknownKeys(value, `${path}.`) : [invalid(path, 'WRONG_TYPE')];
  });
}

function wrongValues(tree: Tree): Violation[] {
  return Object.entries(policyKeys).flatMap(([path, key]) => {
    const value = valueAt(tree, path);
    const problem = value === undefined ? undefined : valueProblem(key.rule, value);
    return problem === undefined ? [] : [invalid(path, problem)];
  });
}

function wrongLadder(ladder: unknown): Violation[] {
  if (ladder === undefined) return [];
  if (!isTree(ladder)) return [invalid('ladder', 'WRONG_TYPE')];
  return Object.entries(ladder).flatMap(([key, row]) => {
    if (!(ladderKeys as readonly string[]).includes(key)) return [invalid(`ladder.${key.slice(0, 100)}`, 'UNKNOWN_KEY')];
    return isLadderRow(row) ? [] : [invalid(`ladder.${key}`, 'WRONG_FORM')];
  });
}

function isLadderRow(row: unknown): boolean {
  if (!isTree(row) || !calendars.has(row.calendar) || !hasOnly(row, 'steps', 'calendar') || !Array.isArray(row.steps)) return false;
  const steps: unknown[] = row.steps;
  return steps.length <= maxStepsPerRow && steps.every(isLadderStep) && !hasRepeatedStep(steps);
}

function isLadderStep(step: unknown): step is Tree {
  if (!isTree(step) || !hasOnly(step, 'step', 'level', 'to') || !levels.has(step.level)) return false;
  const formed = typeof step.step === 'string' && stepForm.test(step.step);
  return formed && Array.isArray(step.to) && step.to.length > 0 && step.to.every((role) => recipients.has(role));
}

function hasOnly(tree: Tree, ...keys: string[]): boolean {
  return Object.keys(tree).every((key) => keys.includes(key));
}

/** Step and level together name a mail for ever, so a row has each pair once. */
function hasRepeatedStep(steps: Tree[]): boolean {
  return new Set(steps.map((step) => `${String(step.step)}.${String(step.level)}`)).size < steps.length;
}
