/** Parts of the call page, in the order of the work. */
export const callViews = ['overview', 'applications', 'review', 'ranking', 'outcome'] as const;

/** A part of the call page. */
export type CallView = (typeof callViews)[number];

const staff = ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC'];
const panel = ['CH', 'OB'];

/** The parts somebody may open by his roles; the server decides again. Whoever does not work on calls sees where the call stands and his own files. */
export function viewsFor(roles: readonly string[]): readonly CallView[] {
  if (roles.some((role) => staff.includes(role))) return callViews;
  return roles.some((role) => panel.includes(role)) ? ['overview', 'review', 'ranking', 'outcome'] : ['overview'];
}
