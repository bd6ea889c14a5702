import { z } from 'zod';
import { code, country, id, language, line, lines, sha256, year } from './wire-values.schema';

const text = lines(10_000);
const named = line(300);

const formDocuments = z.array(z.strictObject({ type: code, documentId: id, sha256 })).max(200);

/** Content of an application's form as people save it; every field may be missing while it is a draft. */
export const applicationContent = z
  .strictObject({
    titleZh: named.exactOptional(),
    titleEn: named.exactOptional(),
    titleLocal: named.exactOptional(),
    type: z.enum(['new', 'upgrade', 'centre-candidate']).exactOptional(),
    upgradesProjectId: id.exactOptional(),
    hostCountry: country.exactOptional(),
    hostCity: line(120).exactOptional(),
    siteAddress: named.exactOptional(),
    fieldCode: z
      .string()
      .regex(/^[A-Z0-9]{2,12}$/)
      .exactOptional(),
    specialityCodes: z.array(code).max(30).exactOptional(),
    parties: z
      .array(
        z.strictObject({
          organizationId: id,
          role: z.enum(['LEAD', 'HOST', 'PARTICIPANT', 'ENTERPRISE', 'MINISTRY', 'SUPPORTER']),
          tasks: lines(2_000).exactOptional(),
        }),
      )
      .max(40)
      .exactOptional(),
    contacts: z
      .array(
        z.strictObject({
          personId: id,
          organizationId: id,
          rights: z.array(z.enum(['view', 'edit', 'sign'])).max(3),
          primary: z.boolean(),
          legalRepresentative: z.boolean(),
          lead: z.boolean(),
          officeHead: z.boolean(),
        }),
      )
      .max(60)
      .exactOptional(),
    needsAnalysis: text.exactOptional(),
    goals: text.exactOptional(),
    trainingPlan: text.exactOptional(),
    standardsPlan: text.exactOptional(),
    curricula: text.exactOptional(),
    teachers: text.exactOptional(),
    siteAndEquipment: text.exactOptional(),
    exchange: text.exactOptional(),
    digitalResources: text.exactOptional(),
    featureStatement: text.exactOptional(),
    durationMonths: z.number().int().min(1).max(120).exactOptional(),
    budgetCny: z
      .string()
      .regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/)
      .exactOptional(),
    budgetNote: text.exactOptional(),
    risks: text.exactOptional(),
    sustainability: text.exactOptional(),
    otherFunding: text.exactOptional(),
    submissionLanguage: language.exactOptional(),
    declaredTrue: z.boolean().exactOptional(),
    documents: formDocuments.exactOptional(),
  })
  .meta({ id: 'ApplicationContent' });

/** Content of an annual report as people save it; every section may be missing while it is a draft. */
export const reportContent = z
  .strictObject({
    summaryZh: text.exactOptional(),
    summaryEn: text.exactOptional(),
    status: text.exactOptional(),
    progress: text.exactOptional(),
    problems: text.exactOptional(),
    nextYear: text.exactOptional(),
    risks: text.exactOptional(),
    money: text.exactOptional(),
    indicators: z
      .record(
        z.string().regex(/^[A-Z]\d$/),
        z.strictObject({ inYear: z.number().int().min(0).max(1e9), cumulative: z.number().int().min(0).max(1e9) }),
      )
      .exactOptional(),
    belowLastYear: z.record(z.string().regex(/^[A-Z]\d$/), lines(2_000)).exactOptional(),
    documents: formDocuments.exactOptional(),
  })
  .meta({ id: 'ReportContent' });

/** A year in an address, as text. */
export const yearInAddress = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(year);
