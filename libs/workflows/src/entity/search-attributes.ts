import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { SearchAttributeUpdatePair } from '@temporalio/common';

const keywords = {
  ProjectStage: defineSearchAttributeKey('ProjectStage', SearchAttributeType.KEYWORD),
  HostCountry: defineSearchAttributeKey('HostCountry', SearchAttributeType.KEYWORD),
  CallRef: defineSearchAttributeKey('CallRef', SearchAttributeType.KEYWORD),
  ProjectHealth: defineSearchAttributeKey('ProjectHealth', SearchAttributeType.KEYWORD),
};
const nextWakeAt = defineSearchAttributeKey('NextWakeAt', SearchAttributeType.DATETIME);

/** Typed pairs of what commit says has changed. Unknown names are left out: upserting one would fail the workflow's task for ever. */
export function toPairs(changed: Record<string, string | null>): SearchAttributeUpdatePair[] {
  const pairs: SearchAttributeUpdatePair[] = [];
  for (const key of Object.values(keywords)) {
    const value = changed[key.name];
    if (value !== undefined) pairs.push({ key, value });
  }
  const at = changed[nextWakeAt.name];
  if (at !== undefined) pairs.push({ key: nextWakeAt, value: at === null ? null : new Date(at) });
  return pairs;
}
