import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import type { CalendarList } from '../api/calendars';

/** Tables that should be there and are not. */
export function MissingCalendars({ missing, withLink = false }: { missing: CalendarList['missing']; withLink?: boolean }) {
  const { t, i18n } = useTranslation();
  if (missing.length === 0) return null;
  return (
    <div className="notice" role="note" data-testid="missing-calendars">
      <Text fw={600}>{t('calendars.missingTitle')}</Text>
      <ul>
        {missing.map(({ country, year }) => (
          <li key={`${country}${year}`}>{t('calendars.missingOne', { country: countryName(country, i18n.language), year })}</li>
        ))}
      </ul>
      {withLink && (
        <Anchor component={Link} to={'/administration/calendars'}>
          {t('calendars.toCalendars')}
        </Anchor>
      )}
    </div>
  );
}

/** Which country has a table of which year. */
export function CalendarGrid({ tables }: { tables: CalendarList['tables'] }) {
  const { t, i18n } = useTranslation();
  const years = [...new Set(tables.map(({ year }) => year))].sort();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('calendars.country')}</Table.Th>
            {years.map((year) => (
              <Table.Th key={year} scope="col">
                {year}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {countries.map((country) => (
            <Table.Tr key={country}>
              <Table.Th scope="row" fw={400}>
                {countryName(country, i18n.language)}
              </Table.Th>
              {years.map((year) => {
                const table = tables.find((one) => one.country === country && one.year === year);
                return (
                  <Table.Td key={year}>
                    {table === undefined ? (
                      <Text size="sm">{t('calendars.none')}</Text>
                    ) : (
                      <>
                        <Anchor component={Link} to={`/administration/calendars/${country}/${year}` as '/'}>
                          {t('calendars.dayCount', { count: table.days })}
                          <span className="visually-hidden">
                            {' '}
                            {t('calendars.tableOf', { country: countryName(country, i18n.language), year })}
                          </span>
                        </Anchor>
                        {table.provisional > 0 && (
                          <Text size="sm" c="dimmed">
                            {t('calendars.provisional', { count: table.provisional })}
                          </Text>
                        )}
                      </>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Drafts that are written or wait for a second person. */
export function CalendarDrafts({ drafts }: { drafts: CalendarList['drafts'] }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="drafts-title">
      <Title order={2} id="drafts-title" mb="xs">
        {t('calendars.drafts')}
      </Title>
      {drafts.length === 0 ? (
        <Text>{t('calendars.noDrafts')}</Text>
      ) : (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {drafts.map(({ id, country, year, proposed, authorName }) => (
            <li key={id}>
              <Anchor component={Link} to={`/administration/calendars/drafts/${id}` as '/'}>
                {t('calendars.draftOf', { country: countryName(country, i18n.language), year })}
              </Anchor>
              {' · '}
              {[authorName, proposed ? t('policy.states.proposed') : t('policy.states.draft')].filter(Boolean).join(' · ')}
            </li>
          ))}
        </Stack>
      )}
    </section>
  );
}
