import { standingRoles, system, type StandingRole } from '../people/roles';
import { person } from '../spec-kit';
import { seesApplicationFigures, seesDraftProgress, seesReviewOfCall } from './call-sight';

const who = (may: (actor: ReturnType<typeof person>) => boolean): StandingRole[] => standingRoles.filter((role) => may(person('p', role)));

describe('who sees what of a call', () => {
  it('figures of applications and check: who may see every project', () => {
    expect(who(seesApplicationFigures)).toEqual(['CO', 'SH', 'AR', 'AD', 'CM', 'CC', 'AU']);
  });

  it('review and decision: those, the panel’s chair and the observer; no expert and no ministry', () => {
    expect(who(seesReviewOfCall)).toEqual(['CO', 'SH', 'AR', 'AD', 'CH', 'OB', 'CM', 'CC', 'AU']);
  });

  it('how many drafts are nearly complete: the Secretariat alone', () => {
    expect(who(seesDraftProgress)).toEqual(['CO', 'SH', 'AR', 'AD']);
  });

  it('nothing for an applicant, everything for the clock', () => {
    const sees = [seesApplicationFigures, seesReviewOfCall, seesDraftProgress];
    expect(sees.map((may) => may(person('p')))).toEqual([false, false, false]);
    expect(sees.map((may) => may(system))).toEqual([true, true, true]);
  });
});
