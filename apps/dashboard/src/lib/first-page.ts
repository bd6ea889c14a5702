import type { Me } from './session';

/** Roles that look after many projects; everybody else comes for what is asked of him. */
const overseers: ReadonlySet<string> = new Set(['CO', 'SH', 'AR', 'AD', 'AU']);

/** The page that opens after signing in: the overview for the Secretariat, the own tasks for everybody else. */
export function firstPageOf({ roles }: Pick<Me, 'roles'>): '/' | '/tasks' {
  return roles.some((role) => overseers.has(role)) ? '/' : '/tasks';
}
