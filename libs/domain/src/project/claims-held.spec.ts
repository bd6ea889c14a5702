import { projectDecider } from '../deciders';
import { defaultPolicy } from '../policy/policy';
import { context, projectAt, runClock } from '../spec-kit';
import { releasesAtEnd } from './claims-held';
import { aProject, morning, people } from './project.builder';
import type { ProjectState } from './project.state';

const centre = () => aProject({ draft: { type: 'centre-candidate' } });
const duplicate = { scope: 'duplicate', key: 'call-1/college/host-college/LOG' };

/** What the clock's next act gives back. */
function released(state: ProjectState): unknown {
  const next = projectDecider.plan(state, defaultPolicy, { years: [] })[0];
  const decision = projectDecider.decide(state, { type: 'Wake', payload: {} }, context(next?.at ?? '', people.clock));
  return decision.ok ? decision.releases : decision;
}

describe('slots given back at the end of a project', () => {
  it('a lapsed approval frees the duplicate block and the centre of its country', () => {
    const beforeLapse = runClock(centre().at('accepting'), '2025-12-03T15:59:59.999Z');
    expect(released(beforeLapse)).toEqual([duplicate, { scope: 'centre', key: 'LA' }]);
  });

  it('an expired MoU does too; an ordinary workshop holds no centre', () => {
    expect(released(runClock(centre().at('operating'), '2031-01-28T15:59:59.999Z'))).toEqual([duplicate, { scope: 'centre', key: 'LA' }]);
    expect(released(runClock(aProject().at('operating'), '2031-01-28T15:59:59.999Z'))).toEqual([duplicate]);
  });

  it('a suspension keeps both', () => {
    expect(released(runClock(centre().at('operating'), '2027-07-29T15:59:59.999Z'))).toEqual([]);
  });

  it('a state without a host country has no centre to give, a draft not even a duplicate block', () => {
    const { hostCountry: _none, ...state } = centre().at('accepting');
    expect(releasesAtEnd(state, [{ type: 'ApprovalLapsed' }])).toEqual([duplicate]);
    expect(releasesAtEnd(projectAt('draft'), [{ type: 'ApprovalLapsed' }])).toEqual([]);
    expect(releasesAtEnd(state, [{ type: 'MouTookEffect', at: morning('2026-01-14') } as { type: string }])).toEqual([]);
  });
});
