import { parsePeriod } from '../../calendar/arithmetic';
import type { Policy } from '../../policy/policy';
import type { PartyRole } from '../../people/roles';
import type { DraftFacts } from '../../shared/facts';
import { refuse, type Violation } from '../../shared/result';
import { requiredDocuments } from '../../document/required-documents';

type Refusal = { ok: false; violation: Violation };

function partyMinimum(draft: DraftFacts, policy: Policy): Refusal | undefined {
  const minimum = Object.entries(policy.eligibility.minParties) as [PartyRole, number][];
  const short = minimum.filter(([role, least]) => draft.parties.filter((p) => p.role === role).length < least).map(([role]) => role);
  if (short.length > 0) return refuse('PARTNER_MINIMUM', 'partners are missing', { roles: short });
  const countries = new Set(draft.parties.map((p) => p.country));
  if (countries.size < policy.eligibility.minCountries)
    return refuse('PARTNER_MINIMUM', 'partners of more countries are needed', {
      countries: [...countries],
      least: policy.eligibility.minCountries,
    });
  return undefined;
}

/** The construction time applied for lies within the policy's bounds (`construction.duration`). */
function durationRefusal(draft: DraftFacts, policy: Policy): Refusal | undefined {
  const [least, most] = [parsePeriod(policy.construction.duration.min).count, parsePeriod(policy.construction.duration.max).count];
  const months = draft.durationMonths;
  if (months === undefined || (months >= least && months <= most)) return undefined;
  return refuse('DURATION_OUT_OF_RANGE', 'the construction time is too short or too long', { months, least, most });
}

function leadRefusal(draft: DraftFacts, { leadKinds, leadCountries }: Policy['eligibility']): Refusal | undefined {
  const lead = draft.parties.find((p) => p.role === 'LEAD');
  if (!leadKinds.includes(draft.leadKind)) return refuse('NOT_ELIGIBLE', 'this kind of organization cannot lead', { kind: draft.leadKind });
  if (lead !== undefined && !leadCountries.includes(lead.country))
    return refuse('NOT_ELIGIBLE', 'the lead’s country cannot lead', { country: lead.country });
  return undefined;
}

/**
 * Who may take part (2025 call): kinds and countries of leads, host countries, partners, enterprises active in a Mekong country, required documents.
 * Returns the first refusal in the order in which an applicant can mend them.
 */
export function checkEligibility(draft: DraftFacts, policy: Policy): Refusal | undefined {
  const { eligibility } = policy;
  const refusal = leadRefusal(draft, eligibility);
  if (refusal !== undefined) return refusal;
  if (draft.hostCountry !== undefined && !eligibility.hostCountries.includes(draft.hostCountry))
    return refuse('HOST_COUNTRY_NOT_ALLOWED', 'this country is not open as host', {
      country: draft.hostCountry,
      allowed: eligibility.hostCountries,
    });
  const inMekong = draft.enterpriseOperatesIn.some((c) => c !== 'CN');
  if (eligibility.enterpriseMustOperateInMekong && draft.parties.some((p) => p.role === 'ENTERPRISE') && !inMekong)
    return refuse('NOT_ELIGIBLE', 'the enterprise must be active in a Mekong country');
  const missing = requiredDocuments(draft).filter((type) => !draft.documents.some((d) => d.type === type));
  return (
    durationRefusal(draft, policy) ??
    partyMinimum(draft, policy) ??
    (missing.length > 0 ? refuse('DOCUMENT_MISSING', 'required documents are missing', { documents: missing }) : undefined)
  );
}
