/** Which moment of a project is shown, and the one beside it: an entry's number or an instant. */
export interface PastSearch {
  moment?: string;
  beside?: string;
}

/** Reads the moments from the address; what is no moment is as if it were not there. */
export function pastSearch(raw: Record<string, unknown>): PastSearch {
  const read = (name: 'moment' | 'beside'): PastSearch => {
    const given = raw[name];
    const value = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
    const isMoment =
      /^\d{1,9}$/.test(value) || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)));
    return isMoment ? { [name]: value } : {};
  };
  return { ...read('moment'), ...read('beside') };
}
