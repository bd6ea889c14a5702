import type { Actor } from '../people/roles';
import type { Proposal } from '../shared/proposal';
import { allowedCallCommands } from './allowed-call-commands';
import { aCall, callPeople } from './call.builder';
import type { CallState } from './call.state';

const at = '2025-10-17T02:00:00.000Z';
const { head, deputy, officer, chair, councilChair } = callPeople;
const decision = { lines: [], decidedAt: at, decidedOn: '2025-09-30' };
const proposal: Proposal = {
  proposalId: 'p',
  commandType: 'PublishCall',
  payload: {},
  proposedBy: 'head',
  proposedAt: at,
  lapsesAt: at,
};
const possible = (actor: Actor, state: Partial<CallState>): string[] =>
  allowedCallCommands(aCall(state), actor).flatMap((command) => (command.possible ? [command.type] : []));

describe('the commands a person may give to a call', () => {
  it.each<[string, Actor, Partial<CallState>, string[]]>([
    ['publish a draft', head, { subState: 'draft' }, ['PublishCall']],
    ['nothing of the head’s while it is open', head, { subState: 'open' }, []],
    ['fix the ranking once it is closed', chair, { subState: 'closed' }, ['FixRanking']],
    ['fix the ranking anew before the batch is prepared', chair, { subState: 'reviewing' }, ['FixRanking']],
    ['prepare the batch after the ranking', officer, { subState: 'reviewing' }, ['PrepareProposal']],
    ['not prepare it before', officer, { subState: 'closed' }, []],
    ['decide the batch', councilChair, { subState: 'deciding' }, ['DecideProposal']],
    ['not decide it twice', councilChair, { subState: 'deciding', decision }, []],
    ['start no notice before the decision', head, { subState: 'deciding' }, []],
    ['start the notice, or announce, after it', head, { subState: 'deciding', decision }, ['StartPublicNotice', 'AnnounceProjects']],
    ['announce after the notice', head, { subState: 'public-notice', decision }, ['AnnounceProjects']],
    ['announce only once', head, { subState: 'announced', decision, announcedOn: '2025-10-17' }, []],
    ['answer another’s proposal', deputy, { subState: 'open', proposals: [proposal] }, ['ConfirmProposal', 'RejectProposal']],
    ['only take back his own proposal', head, { subState: 'open', proposals: [proposal] }, ['RejectProposal']],
  ])('%s', (_title, actor, state, expected) => {
    expect(possible(actor, state)).toEqual(expected);
  });

  it('are shown to their role also while they are not possible, and never those of the clock or of projects', () => {
    expect(allowedCallCommands(aCall(), head).map(({ type }) => type)).toEqual([
      'PublishCall',
      'StartPublicNotice',
      'AnnounceProjects',
      'ConfirmProposal',
      'RejectProposal',
    ]);
    expect(allowedCallCommands(aCall(), callPeople.clock)).toEqual([]);
  });
});
