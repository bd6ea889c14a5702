/** Every kind of document a project's archive may hold. The codes are part of the API and of the archive's index. */
export const documentTypes = [
  'FORM',
  'LEGAL_PERSON_CERTIFICATE',
  'AUTHORIZATION_LETTER',
  'PARTNER_LETTER',
  'ENTERPRISE_INTENT',
  'SITE_PROOF',
  'BUDGET',
  'HOST_APPROVAL',
  'MOU',
  'MOU_ANNEX',
  'AMENDMENT',
  'KICKOFF_MINUTES',
  'PROGRESS_SHEET',
  'EQUIPMENT_LIST',
  'CUSTOMS_OR_HANDOVER_SHEET',
  'PHOTO',
  'VIDEO',
  'TRAINING_ROSTER',
  'STANDARD',
  'MINISTRY_DECISION',
  'SELF_EVALUATION',
  'EXPERT_OPINION',
  'ANNUAL_REPORT',
  'AUDIT',
  'CORRESPONDENCE',
] as const;

/** A kind of document. */
export type DocumentType = (typeof documentTypes)[number];
