import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** Listed days of these countries between two dates; they hardly ever change. */
export function calendarDaysQuery({
  countries,
  from,
  to,
}: {
  countries: readonly string[];
  from: string;
  to: string;
}): Reading<components['schemas']['CalendarDays']> {
  return {
    queryKey: ['calendar-days', countries.join(), from, to],
    staleTime: 3_600_000,
    queryFn: () => contentOf(api.GET('/api/calendar-days', { params: { query: { countries: countries.join(), from, to } } })),
  };
}
