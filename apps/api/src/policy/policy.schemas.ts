import { wire } from '@app/workflows';
import { z } from 'zod';
import { draftProposal } from '../audit/draft-proposal';

const instant = z.string().meta({ format: 'date-time' });
const json = z.unknown();
const authority = z
  .enum(['SH', 'CC', 'AD'])
  .meta({ description: 'SH: two heads of the Secretariat; CC: the council; AD: an administrator and a head' });

/** Number of a policy version in an address. */
export const versionInAddress = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** What a value may be; which fields there are depends on the kind. */
const rule = z.object({
  kind: z.string(),
  units: z.array(z.string()).exactOptional(),
  unit: z.string().exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  step: z.number().exactOptional(),
  of: z.array(z.string()).exactOptional(),
  maxLength: z.number().exactOptional(),
});

/** Every key of a policy: what its value may be, its default and where that comes from, who may change it. */
export const policyKeyList = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        rule,
        changedBy: authority,
        frozenWhenPublished: z.boolean().meta({ description: 'Fixed for a call once it is published' }),
        source: z.string(),
        default: json,
      }),
    ),
    ladders: z.array(z.object({ key: z.string(), changedBy: authority, frozenWhenPublished: z.boolean(), default: json })),
  })
  .meta({ id: 'PolicyKeys' });

const line = {
  version: z.number().int(),
  name: z.string(),
  state: z.enum(['draft', 'published']),
  note: z.string(),
  baseVersion: z.number().int().nullable(),
  rev: z.number().int(),
  authorName: z.string().nullable(),
  updatedAt: instant,
  publishedAt: instant.nullable(),
  proposed: z.boolean().meta({ description: 'Waits for a second person' }),
  calls: z.number().int().meta({ description: 'Open calls that run on it' }),
  projects: z.number().int().meta({ description: 'Open projects that run on it' }),
};

/** Policy versions and drafts, the newest first. */
export const policyList = z.object({ items: z.array(z.object(line)), mayDraft: z.boolean() }).meta({ id: 'PolicyList' });

const change = z.object({ key: z.string(), before: json, after: json, changedBy: authority, frozenWhenPublished: z.boolean() });

/** Keys in which two versions differ. */
export const policyDifferences = z.object({ items: z.array(change) }).meta({ id: 'PolicyDifferences' });

/** With which version another is compared. */
export const differenceQuery = z.strictObject({ with: versionInAddress });

/** A policy version with every value, and, for a draft, what it changes and what its publication waits for. */
export const policyAnswer = z
  .object({
    ...line,
    values: z.record(z.string(), json).meta({ description: 'By key; a ladder row is one value under ladder.<row>' }),
    changes: z.array(change).meta({ description: 'Against the version it was copied from' }),
    authorities: z.array(authority).meta({ description: 'Whose word its changes need' }),
    faults: z.array(z.object({ key: z.string(), code: z.string(), says: z.string(), todo: z.string() })),
    mayEdit: z.boolean(),
    whyNotPropose: z.string().nullable().meta({ description: 'Why the reader cannot propose it; null when he can' }),
    proposal: draftProposal.nullable(),
  })
  .meta({ id: 'PolicyVersion' });

/** A draft begun as a copy of a version. */
export const newPolicyDraft = z
  .strictObject({ base: z.number().int().min(1).max(999_999), name: wire.line(120), note: wire.lines(2_000).exactOptional() })
  .meta({ id: 'NewPolicyDraft' });

/** What is to be saved of a draft: only what is named is changed. */
export const policyDraftBody = z
  .strictObject({
    name: wire.line(120).exactOptional(),
    note: z.string().max(2_000).exactOptional(),
    values: z.record(z.string().max(100), json).exactOptional(),
  })
  .meta({ id: 'PolicyDraftChange' });

/** Why a draft is to be published. */
export const proposeBody = z.strictObject({ reason: wire.lines(2_000) }).meta({ id: 'ProposePolicy' });

/** A draft that was discarded. */
export const discarded = z.object({ discarded: z.boolean() }).meta({ id: 'DiscardedDraft' });
