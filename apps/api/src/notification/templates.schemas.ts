import { notificationKinds, textFindingCodes } from '@app/domain';
import { wire } from '@app/workflows';
import { z } from 'zod';
import { draftProposal } from '../audit/draft-proposal';

const instant = z.string().meta({ format: 'date-time' });
const language = z.enum(['zh-CN', 'en']);
const kind = z.enum(notificationKinds);

const act = z.union([z.literal(''), wire.line(200)]);
const body = z
  .array(z.union([z.literal(''), wire.lines(2_000)]))
  .min(1)
  .max(12);

/** Words of one kind of mail in one language. */
const texts = z.strictObject({
  act: act.meta({ description: 'What it is about: the end of the subject line and the heading' }),
  body: body.meta({ description: 'Paragraphs, in order' }),
});

/** Words in both languages: plain text with placeholders of the kind's list. */
export const textPair = z.strictObject({ 'zh-CN': texts, en: texts }).meta({ id: 'MailTextPair' });

/** A kind of mail in an address. */
export const templateInAddress = z.strictObject({ kind });

const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** A version of the words of a kind in an address. */
export const templateVersionInAddress = z.strictObject({ kind, version: number });

/** Every kind of mail and where its words stand. */
export const templateList = z
  .object({
    items: z.array(
      z.object({
        kind,
        inForce: z.number().int().meta({ description: 'Version in force; 0 for the words of the release' }),
        releasedAt: instant.nullable(),
        draft: z.object({ version: z.number().int(), proposed: z.boolean() }).nullable(),
        fallbacks: z
          .number()
          .int()
          .meta({ description: 'Mails that left with the words of the release because the version in force could not be used' }),
      }),
    ),
    mayDraft: z.boolean(),
  })
  .meta({ id: 'MailTemplates' });

const findings = z.array(
  z.object({
    code: z.enum(textFindingCodes),
    language,
    slot: z.string().nullable().meta({ description: '`act`, `body.1` …; null when it concerns the whole side' }),
    value: z.string(),
    says: z.string(),
    todo: z.string(),
  }),
);

/** Placeholders that words may use. */
export const textValues = z.array(
  z.object({
    name: z.string(),
    onlyAsked: z.boolean().meta({ description: 'What an `if` may ask for; it has no words to put in' }),
    example: z.object({ 'zh-CN': z.string(), en: z.string() }),
  }),
);

const version = z.object({
  version: z.number().int(),
  state: z.enum(['built-in', 'draft', 'released']),
  inForce: z.boolean(),
  baseVersion: z.number().int().nullable(),
  rev: z.number().int(),
  authorName: z.string().nullable(),
  updatedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  proposed: z.boolean().meta({ description: 'Waits for a second person' }),
  texts: textPair,
});

/** One kind of mail: its versions, the newest first, and the placeholders that its words may use. */
export const templateAnswer = z
  .object({
    kind,
    inForce: z.number().int(),
    versions: z.array(version),
    values: textValues,
    mayDraft: z.boolean(),
  })
  .meta({ id: 'MailTemplate' });

/** A version with what is to be put right in it and what its release waits for. */
export const templateVersionAnswer = z
  .object({
    kind,
    ...version.shape,
    findings,
    mayEdit: z.boolean(),
    whyNotPropose: z.string().nullable().meta({ description: 'Why it cannot be proposed; null when it can' }),
    proposal: draftProposal.nullable(),
  })
  .meta({ id: 'MailTemplateVersion' });

/** A draft begun as a copy of a version; 0 for the words of the release. */
export const newTemplateDraft = z.strictObject({ base: z.number().int().min(0).max(999_999) }).meta({ id: 'NewMailTemplateDraft' });

/** Words of a draft. */
export const templateDraftBody = z.strictObject({ texts: textPair }).meta({ id: 'MailTemplateDraft' });

/** Why words are to be released. */
export const proposeTemplateBody = z.strictObject({ reason: wire.lines(2_000) }).meta({ id: 'ProposeMailTemplate' });

/** Words to be looked at, on a real mail or on the sample. */
export const templatePreviewBody = z
  .strictObject({ texts: textPair, mail: z.uuid().exactOptional() })
  .meta({ id: 'MailTemplatePreviewOf' });

const shown = z.object({ subject: z.string(), text: z.string(), html: z.string() });

/** A mail as it would read in both languages, null where it cannot be written; and what is to be put right in its words. */
export const templatePreview = z
  .object({ 'zh-CN': shown.nullable(), en: shown.nullable(), findings, sample: z.boolean().meta({ description: 'Nothing of it is real' }) })
  .meta({ id: 'MailTemplatePreview' });

/** Which mails to list: a part of a name or reference. */
export const trialQuery = z.strictObject({ q: wire.line(100).exactOptional() });

/** Real mails that words can be tried on, the last written first. */
export const trialList = z
  .object({
    items: z.array(
      z.object({ id: z.uuid(), reference: z.string().nullable(), personName: z.string(), country: z.string(), sendAfter: instant }),
    ),
  })
  .meta({ id: 'MailTemplateTrials' });

/** A draft of words that was discarded. */
export const discardedTemplate = z.object({ discarded: z.boolean() }).meta({ id: 'DiscardedMailTemplate' });
