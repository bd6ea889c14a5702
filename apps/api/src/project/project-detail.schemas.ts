import { z } from 'zod';
import { allowedCommand } from './allowed-command.schemas';
import { changesAnswer } from './project-changes.schemas';
import { handOversAnswer } from './hand-over.schemas';
import { offersAnswer } from './project-offers.schemas';
import { following, mailAddresses, scoring } from './project-extras';

const instant = z.string().meta({ format: 'date-time' });
const localDate = z.string().meta({ format: 'date' });
const textRef = z.object({ textId: z.uuid(), sha256: z.string() });
const documentRef = z.object({ documentId: z.uuid(), sha256: z.string() });

/** How a date came about, so that it can be explained. */
export const arithmetic = z
  .object({
    startOn: localDate,
    period: z.string(),
    set: z.unknown(),
    dueOn: localDate,
    skipped: z.array(z.object({ date: localDate, country: z.string().optional(), reason: z.string() })),
    worked: z.array(z.object({ date: localDate, country: z.string(), name: z.string() })),
    rolledFrom: localDate.optional(),
    provisionalYears: z.array(z.object({ country: z.string(), year: z.number().int() })),
  })
  .meta({ id: 'DateArithmetic' });

const owner = z.object({ role: z.string(), organizationId: z.string().optional(), personId: z.string().optional() });

const deadline = z
  .object({
    ladder: z.string(),
    object: z.string(),
    series: z.number().int(),
    setAt: instant,
    dueOn: localDate,
    endsAt: instant,
    zone: z.string(),
    because: arithmetic,
    policyKey: z.string(),
    article: z.string().optional(),
    owner,
    country: z.string(),
    consequences: z.array(z.object({ code: z.string(), at: instant })).meta({ description: 'What the clock does when it ends' }),
    frozen: z.object({ unitsLeft: z.number(), heldOn: localDate }).optional(),
  })
  .meta({ id: 'Deadline' });

const party = z.object({ organizationId: z.uuid(), role: z.string(), country: z.string(), inYunnan: z.boolean().optional() });

const contact = z.object({
  personId: z.uuid(),
  organizationId: z.uuid(),
  country: z.string(),
  rights: z.array(z.string()),
  primary: z.boolean(),
  legalRepresentative: z.boolean(),
  lead: z.boolean(),
  officeHead: z.boolean(),
});

const review = z.object({
  assignments: z.array(
    z.object({
      expertId: z.uuid(),
      order: z.number().int(),
      country: z.string(),
      outsideYunnan: z.boolean(),
      state: z.string(),
      invitedAt: instant.optional(),
      conflict: z.string().optional(),
    }),
  ),
  sheets: z.array(
    z.object({
      expertId: z.uuid(),
      halfPoints: z.record(z.string(), z.number()),
      comments: z.record(z.string(), textRef),
      submittedAt: instant,
      valid: z.boolean(),
    }),
  ),
  defence: z
    .object({
      at: instant,
      minutes: z.number(),
      heldOn: localDate.optional(),
      present: z.array(z.string()).optional(),
      record: documentRef.optional(),
    })
    .optional(),
});

const mou = z.object({
  awardLetterAt: instant,
  awardedOn: localDate,
  acceptedAt: instant.optional(),
  draft: z
    .object({
      no: z.number().int(),
      hash: z.string(),
      documents: z.array(z.object({ language: z.string(), ref: documentRef })),
      submittedAt: instant,
      effectiveOn: localDate.optional(),
    })
    .optional(),
  commentsEndAt: instant.optional(),
  signingOpenedAt: instant.optional(),
  signatories: z.array(z.string()).optional().meta({ description: 'Organizations that have to sign, in order; known when signing opens' }),
  signatures: z.array(
    z.object({ organizationId: z.string(), signedOn: localDate, personId: z.string(), capacity: z.string(), document: documentRef }),
  ),
  signedOn: localDate.optional(),
  effectiveOn: localDate.optional(),
  expiresOn: localDate.optional(),
  tookEffectAt: instant.optional(),
});

const construction = z.object({
  kickOffHeldOn: localDate.optional(),
  endsOn: localDate.optional(),
  durationMonths: z.number(),
  milestones: z.array(
    z.object({
      code: z.string(),
      weight: z.number(),
      plannedOn: localDate,
      baselineOn: localDate.optional(),
      forecastOn: localDate,
      actualOn: localDate.optional(),
      evidence: z.array(documentRef),
      state: z.enum(['open', 'submitted', 'reached']),
      mark: z.enum(['amber', 'red']).optional(),
    }),
  ),
  selfEvaluation: z.object({ document: documentRef, submittedAt: instant, signedBy: z.string() }).optional(),
  acceptance: z.object({ result: z.literal('passed'), heldOn: localDate, minutes: documentRef }).optional(),
});

const report = z.object({
  year: z.number().int(),
  state: z.enum(['open', 'submitted', 'accepted', 'merged', 'waived']),
  shortForm: z.boolean(),
  openedAt: instant,
  submittedAt: instant.optional(),
  acceptedAt: instant.optional(),
  version: z.number().int().optional(),
  hash: z.string().optional(),
  indicators: z.record(z.string(), z.number()).optional(),
  overdue: z.boolean().optional(),
  warnedAt: instant.optional(),
  suspendedAt: instant.optional(),
});

/** What the sources of a project from before our records tell; what they do not tell is not there. */
const imported = z.object({
  importedAt: instant,
  standards: z.array(
    z.object({ fieldCode: z.string(), role: z.string(), label: z.string(), level: z.number().int(), team: textRef.optional() }),
  ),
  facts: z.array(z.object({ what: z.string(), on: localDate, note: textRef.optional() })),
});

/** Names of the people and organizations an answer mentions, by id, and texts by their ids (null: erased). */
export const namesAnswer = {
  people: z.record(
    z.string(),
    z.object({
      fullName: z.string(),
      latinName: z.string(),
      country: z.string(),
      organizationId: z.uuid().nullable(),
      organizationZh: z.string().nullable(),
      organizationEn: z.string().nullable(),
    }),
  ),
  organizations: z.record(
    z.string(),
    z.object({ nameZh: z.string(), nameEn: z.string(), nameLocal: z.string().nullable(), country: z.string(), kind: z.string() }),
  ),
  texts: z.record(z.string(), z.string().nullable()),
};

const termination = z.object({
  grounds: z.string(),
  outcome: z.string(),
  effectiveOn: localDate,
  decidedAt: instant,
  by: z.string(),
  reason: textRef,
});

const proposal = z.object({
  proposalId: z.string(),
  commandType: z.string(),
  payload: z.unknown(),
  proposedBy: z.string(),
  proposedAt: instant,
  reason: textRef.optional(),
  lapsesAt: instant,
  asks: z.literal('council').optional(),
});

/** A project as this reader may see it. What he may not see is not there at all. */
export const projectDetail = z
  .object({
    id: z.uuid(),
    rev: z.number().int().meta({ description: 'Send it in If-Match' }),
    now: instant.meta({ description: 'Time of the project’s own clock' }),
    reference: z.string().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    callId: z.uuid(),
    callCode: z.string(),
    programme: z.string(),
    year: z.number().int(),
    stage: z.string(),
    subState: z.string(),
    since: instant,
    startedAt: instant,
    startedBy: z.uuid(),
    overlays: z.array(z.string()),
    outcome: z.string().optional(),
    reasonCode: z.string().optional(),
    closedAt: instant.optional(),
    applicationRef: z.string().optional(),
    projectRef: z.string().optional(),
    hostCountry: z.string().optional(),
    fieldCode: z.string().optional(),
    type: z.string().optional(),
    durationMonths: z.number().optional(),
    demonstrationCentre: z.string().optional(),
    officerId: z.uuid().optional(),
    frozenAt: instant.optional(),
    parties: z.array(party),
    contacts: z.array(contact),
    submissions: z.array(
      z.object({
        no: z.number().int(),
        hash: z.string(),
        submittedAt: instant,
        submittedBy: z.string(),
        signedBy: z.string(),
        signature: documentRef,
      }),
    ),
    check: z.object({
      items: z.record(z.string(), z.object({ verdict: z.string(), reasonCode: z.string().optional(), note: textRef.optional() })),
      rounds: z.array(
        z.object({
          no: z.number().int(),
          sentAt: instant,
          items: z.array(z.object({ target: z.string(), reasonCode: z.string(), defect: textRef })),
          resubmittedAt: instant.optional(),
          timeOverAt: instant.optional(),
        }),
      ),
      acceptedAt: instant.optional(),
      deemed: z.boolean().optional(),
    }),
    review,
    approval: z.object({
      rank: z.number().int().optional(),
      score: z.object({ sumHalfPoints: z.number(), count: z.number() }).optional(),
      list: z.string().optional(),
      decidedAt: instant.optional(),
      noticeEndsAt: instant.optional(),
      announcedAt: instant.optional(),
    }),
    mou: mou.optional(),
    construction: construction.optional(),
    reports: z.array(report),
    imported: imported.optional(),
    exitProposedAt: instant.optional(),
    termination: termination.optional(),
    hold: z
      .object({
        kind: z.string(),
        reasonCode: z.string(),
        text: textRef.optional(),
        from: instant,
        heldOn: localDate,
        automatic: z.boolean(),
      })
      .optional(),
    proposals: z.array(proposal),
    ...handOversAnswer,
    deadlines: z.array(deadline),
    following: z.array(following).meta({ description: 'What comes next of each open deadline if nobody acts' }),
    scoring: scoring.optional(),
    mailAddresses,
    comments: z.number().int().nullable().meta({ description: 'How many comments of colleagues; null for whoever may not read them' }),
    unreachable: z.array(z.string()),
    ...changesAnswer,
    commands: z.array(allowedCommand),
    ...offersAnswer,
    ...namesAnswer,
  })
  .meta({ id: 'ProjectDetail' });
