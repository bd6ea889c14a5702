import type { AnyCommandForm } from '../../../components/command-form/field-specs';
import type { CallCommandName } from '../../../lib/commands';
import { announceProjects } from './announce-projects.form';
import type { CallForm, CallFormContext } from './call-form';
import { confirmProposal } from './confirm-proposal.form';
import { decideProposal } from './decide-proposal.form';
import { fixRanking } from './fix-ranking.form';
import { prepareProposal } from './prepare-proposal.form';
import { publishCall } from './publish-call.form';
import { rejectProposal } from './reject-proposal.form';
import { startPublicNotice } from './start-public-notice.form';

/** One form per command of the API: a new command fails to compile until it has one. */
const forms: { [N in CallCommandName]: CallForm<N> } = {
  'publish-call': publishCall,
  'fix-ranking': fixRanking,
  'prepare-proposal': prepareProposal,
  'decide-proposal': decideProposal,
  'start-public-notice': startPublicNotice,
  'announce-projects': announceProjects,
  'confirm-proposal': confirmProposal,
  'reject-proposal': rejectProposal,
};

/** The form of a command, or nothing when there is no such command. */
export function callFormOf(name: string): AnyCommandForm<CallFormContext> | undefined {
  return Object.hasOwn(forms, name) ? forms[name as CallCommandName] : undefined;
}
