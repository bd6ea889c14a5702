import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { countryName } from '../../../lib/format';
import type { Overview } from '../api/overview';

/** Says which countries have no table of days off for a year, and leads to where it is drafted; nothing when none is missing, or for who may not draft them. */
export function MissingCalendars({ missing }: { missing: Overview['missingCalendars'] }) {
  const { t, i18n } = useTranslation();
  if (missing === null || missing.length === 0) return null;
  const years = [...new Set(missing.map(({ year }) => year))].sort();
  const countriesOf = (year: number): string =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      missing.filter((one) => one.year === year).map(({ country }) => countryName(country, i18n.language)),
    );
  return (
    <div data-testid="missing-calendars">
      <Notice title={t('home.calendars.missing')}>
        {years.map((year) => (
          <Text key={year} size="sm">
            {t('home.calendars.ofYear', { year, countries: countriesOf(year) })}
          </Text>
        ))}
        <Text size="sm">
          {t('home.calendars.help')}{' '}
          <Anchor component={Link} to="/administration/calendars" size="sm">
            {t('home.calendars.open')}
          </Anchor>
        </Text>
      </Notice>
    </div>
  );
}
