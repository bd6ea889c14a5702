import { registerStatuses } from '@app/domain';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const localDate = z.string().meta({ format: 'date' });
const both = z.object({ zh: z.string().nullable(), en: z.string().nullable() });

/** Where a call stands, as far as it is public: what happens between closing and the public notice is `in-review`. */
export const publicStates = ['published', 'open', 'in-review', 'public-notice', 'announced', 'archived', 'cancelled'] as const;

const publicCallLine = z
  .object({
    code: z.string(),
    programme: z.string(),
    year: z.number().int(),
    state: z.enum(publicStates),
    opensAt: instant,
    closesAt: instant,
    zone: z.string().meta({ description: 'Zone in which the window was announced' }),
    announcedOn: localDate.nullable(),
    title: both,
  })
  .meta({ id: 'PublicCallLine' });

/** Published calls, the newest first. */
export const publicCallList = z.object({ items: z.array(publicCallLine) }).meta({ id: 'PublicCalls' });

const noticeProject = z
  .object({
    number: z.string().meta({ description: 'Number of the application' }),
    title: both,
    lead: both,
    host: both,
    hostCountry: z.string().nullable(),
    partners: z.array(both),
    type: z.string().nullable(),
  })
  .meta({ id: 'PublicNoticeProject' });

/** One published call: its notice in both languages as published, who may apply with what, and the public notice while it runs. */
export const publicCall = publicCallLine
  .extend({
    notices: z.array(z.object({ language: z.enum(['zh', 'en']), title: z.string(), paragraphs: z.array(z.string()) })),
    differences: z
      .array(z.object({ kind: z.enum(['phone', 'mail', 'year', 'number']), onlyIn: z.enum(['zh', 'en']), value: z.string() }))
      .meta({ description: 'Facts that one language version states and the other does not; the texts stay as published' }),
    contact: z
      .object({ zh: z.array(z.string()), en: z.array(z.string()) })
      .meta({ description: 'Lines of the notice that say how to reach the organizer' }),
    eligibility: z.object({
      leadCountries: z.array(z.string()),
      hostCountries: z.array(z.string()),
      leadKinds: z.array(z.string()),
      parties: z.record(z.string(), z.number().int()).meta({ description: 'How many of each part an application names at least' }),
      minCountries: z.number().int(),
      enterpriseMustOperateInMekong: z.boolean(),
    }),
    documents: z.array(z.string()).meta({ description: 'Documents an application brings' }),
    publicNotice: z
      .object({ startedOn: localDate, endsAt: instant, ended: z.boolean(), projects: z.array(noticeProject) })
      .nullable()
      .meta({ description: 'Recommended projects open to objections; no rank, no score, no reserve' }),
  })
  .meta({ id: 'PublicCall' });

/** Code of a call or reference of a project in an address. */
export const publicName = z.string().max(40);

/** What the register is searched by. */
export const registerSearch = z.strictObject({
  q: z.string().trim().min(1).max(200).optional().meta({ description: 'In reference, title and lead, any language' }),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  country: z.enum(['CN', 'KH', 'LA', 'MM', 'TH', 'VN']).optional().meta({ description: 'Host country' }),
  status: z.enum(registerStatuses).optional(),
  call: z.string().max(40).optional(),
  after: z.string().max(40).optional().meta({ description: 'Reference of the last entry of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** One project of the register: public facts only, nobody's name. */
export const registerEntry = z
  .object({
    reference: z.string(),
    title: both,
    lead: both,
    hostCountry: z.string().nullable(),
    call: z.string(),
    year: z.number().int(),
    status: z.enum(registerStatuses),
    outcome: z.string().nullable().meta({ description: 'How a stopped project ended' }),
    approvedOn: localDate.nullable(),
    from: localDate.nullable().meta({ description: 'The MoU is in force from' }),
    to: localDate.nullable().meta({ description: 'The MoU expires on' }),
    stoppedOn: localDate.nullable(),
  })
  .meta({ id: 'RegisterEntry' });

/** A page of the register. */
export const registerPage = z
  .object({
    items: z.array(registerEntry),
    total: z.number().int(),
    years: z.array(z.number().int()).meta({ description: 'Years of which the register knows a project' }),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page' }),
  })
  .meta({ id: 'RegisterPage' });
