import type { StandingRole } from '../people/roles';
import type { PolicyAuthority } from './key-kinds';

type Roles = readonly StandingRole[];

/** What each authority asks: who may propose a change, and which two people together may make it. */
const rules: Record<PolicyAuthority, { proposes: Roles; confirmed: (proposer: Roles, second: Roles) => boolean }> = {
  SH: { proposes: ['SH'], confirmed: (proposer, second) => proposer.includes('SH') && second.includes('SH') },
  CC: { proposes: ['SH', 'CC', 'AD'], confirmed: (_, second) => second.includes('CC') },
  AD: {
    proposes: ['SH', 'AD'],
    confirmed: (proposer, second) =>
      (proposer.includes('AD') && second.includes('SH')) || (proposer.includes('SH') && second.includes('AD')),
  },
};

/** The authorities among these whose changes somebody with these roles may not propose. */
export function cannotPropose(authorities: readonly PolicyAuthority[], proposer: Roles): PolicyAuthority[] {
  return authorities.filter((one) => !rules[one].proposes.some((role) => proposer.includes(role)));
}

/**
 * The authorities among these whose changes these two people cannot make together. SH: two heads; CC: the council's chair confirms; AD: an
 * administrator and a head, whichever proposes.
 */
export function cannotConfirm(authorities: readonly PolicyAuthority[], proposer: Roles, second: Roles): PolicyAuthority[] {
  return authorities.filter((one) => !rules[one].confirmed(proposer, second));
}
