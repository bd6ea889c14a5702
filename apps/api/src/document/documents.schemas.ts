import { documentTypes } from '@app/domain';
import { z } from 'zod';

/** What is sent beside a file. */
export const uploadFields = z.strictObject({
  type: z.enum(documentTypes),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
});

/** A stored file. */
export const documentAnswer = z
  .object({
    documentId: z.uuid(),
    type: z.string(),
    language: z.string().nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    uploadedBy: z.uuid(),
    uploadedByName: z.string().meta({ description: 'Empty where the reader may not know who it was' }),
    uploadedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Document' });

/** Files of an entity, the newest first. */
export const documentList = z.object({ items: z.array(documentAnswer) }).meta({ id: 'Documents' });
