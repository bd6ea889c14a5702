import { registerFields, registerSubjects } from '@app/domain';
import { wire } from '@app/workflows';
import { z } from 'zod';
import { draftProposal } from '../audit/draft-proposal';
import { mailAddress, phone, zone } from './people.schemas';

const instant = z.string().meta({ format: 'date-time' });
const name = wire.line(200);
const address = wire.line(300);
const subject = z.enum(registerSubjects);
const field = z.enum([...registerFields.organization, ...registerFields.person]);
const value = z.union([z.string(), z.array(z.string())]).nullable();

/** What is looked for in the register; without a part of a name, what waits for a second person. */
export const registerQuery = z.strictObject({ q: wire.line(100).optional(), subject: subject.optional() });

/** An entry of the register in an address. */
export const entryInAddress = z.strictObject({ subject: z.enum(['organizations', 'people']), id: z.uuid() });

/** What is wanted otherwise of an organization; null takes a value away. */
export const organizationChanges = z
  .strictObject({
    nameZh: name.exactOptional(),
    nameEn: name.exactOptional(),
    nameLocal: name.nullable().exactOptional(),
    addressZh: address.nullable().exactOptional(),
    addressEn: address.nullable().exactOptional(),
  })
  .meta({ id: 'OrganizationChanges' });

/** What is wanted otherwise of a person; null takes a value away. */
export const personChanges = z
  .strictObject({
    fullName: name.exactOptional(),
    latinName: name.exactOptional(),
    addressAs: wire.line(100).exactOptional(),
    honorific: wire.line(60).nullable().exactOptional(),
    positionZh: name.nullable().exactOptional(),
    positionEn: name.nullable().exactOptional(),
    emails: z
      .array(mailAddress)
      .min(1)
      .max(5)
      .refine((all) => new Set(all.map((one) => one.toLowerCase())).size === all.length, { error: 'DUPLICATE', abort: true })
      .exactOptional(),
    phone: phone.nullable().exactOptional(),
    mailLanguage: wire.language.exactOptional(),
    zone: zone.exactOptional(),
  })
  .meta({ id: 'PersonChanges' });

const reason = wire.lines(2_000);

/** A correction of an organization: what is wanted otherwise, and why. */
export const correctOrganization = z.strictObject({ changes: organizationChanges, reason }).meta({ id: 'CorrectOrganization' });

/** A correction of a person: what is wanted otherwise, and why. */
export const correctPerson = z.strictObject({ changes: personChanges, reason }).meta({ id: 'CorrectPerson' });

/** What a correction of an organization would change. */
export const previewOrganization = z.strictObject({ changes: organizationChanges }).meta({ id: 'PreviewOrganization' });

/** What a correction of a person would change. */
export const previewPerson = z.strictObject({ changes: personChanges }).meta({ id: 'PreviewPerson' });

/** Why a correction is taken back. */
export const undoBody = z.strictObject({ reason }).meta({ id: 'UndoCorrection' });

/** What a search of the register finds. */
export const registerHits = z
  .object({
    items: z.array(
      z.object({
        subject,
        id: z.uuid(),
        name: z.string(),
        otherName: z.string(),
        country: z.string(),
        organization: z.string().nullable(),
        waits: z.boolean().meta({ description: 'Whether a correction of it waits for a second person' }),
      }),
    ),
  })
  .meta({ id: 'RegisterHits' });

const change = z.object({ field, from: value, to: value });

const standsIn = z.object({
  projectId: z.uuid(),
  reference: z.string().nullable(),
  stage: z.string(),
  subState: z.string(),
  as: z.enum(['lead', 'host', 'partner', 'contact', 'officer', 'expert']),
});

const correction = draftProposal
  .extend({
    changes: z.array(change),
    undoes: z.uuid().nullable(),
    mayUndo: z.boolean().meta({ description: 'Whether it applied and nothing it changed was changed again' }),
  })
  .meta({ id: 'RegisterCorrection' });

/** An entry of the register with where it stands and how it was corrected. */
export const registerEntry = z
  .object({
    subject,
    id: z.uuid(),
    name: z.string(),
    otherName: z.string(),
    rev: z.number().int(),
    values: z.array(z.object({ field, value, needsSecond: z.boolean() })),
    projects: z.array(standsIn),
    corrections: z.array(correction).meta({ description: 'The last first' }),
    waiting: correction.nullable().meta({ description: 'The one that waits for a second person' }),
    mayCorrect: z.boolean(),
  })
  .meta({ id: 'CorrectableEntry' });

const mails = z.object({
  count: z.number().int(),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        notification: z.string(),
        reference: z.string().nullable(),
        personName: z.string(),
        at: instant.meta({ description: 'When it left, or may leave' }),
      }),
    )
    .meta({ description: 'The last 50' }),
});

/** What a correction would change, and what it would leave as it is. */
export const correctionPreview = z
  .object({
    changes: z.array(change),
    needsSecond: z.boolean(),
    whyNot: z.string().nullable().meta({ description: 'Code of why it cannot be asked for; null when it can' }),
    changesName: z.boolean(),
    changesAddress: z.boolean(),
    projects: z.array(standsIn).meta({ description: 'Live projects whose pages show it' }),
    ended: z.number().int(),
    signed: z
      .array(z.object({ projectId: z.uuid(), reference: z.string().nullable(), signedOn: z.string() }))
      .meta({ description: 'Signed MoUs, of ended projects too: they stay as they were signed' }),
    waiting: mails.meta({ description: 'Mails that wait: they leave with the new name, to the new address' }),
    leaving: mails.meta({ description: 'Mails on their way, or of which nobody knows: they stay as they are' }),
    letters: mails.meta({ description: 'Formal letters that have left: they keep the old words' }),
  })
  .meta({ id: 'CorrectionPreview' });
