import type { Answers } from '../../../components/command-form/field-specs';

/** The field that says what a command is about. */
const aboutFields: Readonly<Record<string, string>> = {
  'confirm-proposal': 'proposalId',
  'reject-proposal': 'proposalId',
  'submit-report': 'year',
  'accept-report': 'year',
  'submit-evidence': 'milestone',
  'accept-evidence': 'milestone',
  'record-signature': 'organizationId',
  'record-amendment-signature': 'organizationId',
  'undo-change': 'changeId',
};

/** What a link to a command's form already answers: which year, milestone, party or proposal. */
export function answeredBy(command: string, about: string | undefined): Answers {
  const field = aboutFields[command];
  return field === undefined || about === undefined ? {} : { [field]: about };
}
