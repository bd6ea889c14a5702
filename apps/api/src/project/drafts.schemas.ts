import { applicationContent, reportContent } from '@app/workflows';
import { z } from 'zod';
import { namesAnswer } from './project-detail.schemas';

const saved = {
  version: z.number().int().meta({ description: '0 before the first save; send it in If-Match' }),
  hash: z.string().nullable().meta({ description: 'Name it in SubmitApplication, ResubmitCorrection or SubmitReport' }),
  savedBy: z.uuid().nullable(),
  savedAt: z.string().nullable().meta({ format: 'date-time' }),
};

/** The application's draft, what it still lacks, and which fields are open. */
export const applicationDraftAnswer = z
  .object({
    ...saved,
    content: applicationContent,
    missing: z.array(z.string()),
    requiredDocuments: z.array(z.string()),
    editable: z.boolean(),
    openFields: z.array(z.string()).nullable().meta({ description: 'Fields and document types that may change; null means all' }),
    ...namesAnswer,
  })
  .meta({ id: 'ApplicationDraft' });

/** A report's draft and what it still lacks. */
export const reportDraftAnswer = z
  .object({ ...saved, content: reportContent, missing: z.array(z.string()), requiredSections: z.array(z.string()), editable: z.boolean() })
  .meta({ id: 'ReportDraft' });

/** A draft was saved. */
export const savedDraft = z
  .object({ version: z.number().int(), hash: z.string(), missing: z.array(z.string()) })
  .meta({ id: 'SavedDraft' });
