import { Anchor, Button, Grid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { forecastQuery } from '../../../lib/forecast';
import { formatMonth } from '../../../lib/format';
import { byMonth, entriesOf, type Entry, type Intervention } from '../entries';
import { ForecastLine } from './forecast-line';
import { SeriesList } from './series-list';
import './forecast.css';

const atOnce = 30;

/** The month (`YYYY-MM`) of an instant where the reader is. */
function monthOf(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

interface MailForecastProps {
  project: Pick<components['schemas']['ProjectDetail'], 'id'>;
  /** What a date is about, in words; nothing for the project as a whole. */
  labelOf: (object: string) => string | undefined;
}

/** A moment without a name of its own is called by what happens then. */
function momentWords(t: TFunction, consequence: string | undefined): string {
  const words = consequence === undefined ? t('moments.other') : t(`consequences.${consequence}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function titleIn(t: TFunction, labelOf: MailForecastProps['labelOf']) {
  return ({
    rule,
    object,
    level,
    consequence,
  }: {
    rule: string;
    object: string;
    level?: string | undefined;
    notification?: string | undefined;
    consequence?: string | undefined;
  }): string => {
    if (rule === 'clock') return t(`moments.${object}`, { defaultValue: momentWords(t, consequence) });
    const what = t(`ladders.${rule}`, { defaultValue: t(`mailKinds.${rule}`, { defaultValue: t('moments.other') }) });
    const about = labelOf(object);
    return about === undefined || (level === undefined && about === object) ? what : `${what}: ${about}`;
  };
}

function doneTo(entry: Entry, interventions: Intervention[]): Intervention[] {
  return interventions.filter(
    (one) =>
      one.rule === entry.rule &&
      one.object === entry.object &&
      one.step === entry.step &&
      one.series === entry.series &&
      one.kind === 'skipped',
  );
}

/** The forecast of a project's mails: what will be sent, when, to whom, why, what would stop it, and what the Secretariat may do about it. */
export function MailForecast({ project, labelOf }: MailForecastProps) {
  const { t, i18n } = useTranslation();
  const forecast = useQuery(forecastQuery(project.id));
  const [shown, setShown] = useState(atOnce);
  if (forecast.isPending) return <Loading />;
  if (forecast.isError && forecast.data === undefined)
    return <ProblemPanel error={forecast.error} onRetry={() => void forecast.refetch()} />;
  const { series, interventions } = forecast.data;
  const entries = entriesOf(forecast.data);
  const titleOf = titleIn(t, labelOf);
  const acts = series.some((one) => one.possible.length > 0);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: acts ? 7 : 12 }}>
        <section aria-labelledby="planned-mails">
          <Title order={2} id="planned-mails">
            {t('forecast.title')}
          </Title>
          <Text size="sm" mb="md">
            {t('forecast.lead')}
          </Text>
          {acts && (
            <Anchor href="#series" hiddenFrom="md">
              {t('forecast.toSeries')}
            </Anchor>
          )}
          {entries.length === 0 && <EmptyState title={t('forecast.none')} text={t('forecast.noneText')} />}
          {byMonth(entries.slice(0, shown), monthOf).map(([month, list]) => (
            <section key={month} aria-label={formatMonth(month, i18n.language)}>
              <Title order={3} mt="md" mb="xs">
                {formatMonth(month, i18n.language)}
              </Title>
              <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
                {list.map((entry) => (
                  <ForecastLine
                    key={entry.key}
                    projectId={project.id}
                    entry={entry}
                    title={titleOf(entry)}
                    done={doneTo(entry, interventions)}
                  />
                ))}
              </Stack>
            </section>
          ))}
          {entries.length > shown && (
            <Button variant="default" mt="md" onClick={() => setShown(shown + atOnce)}>
              {t('forecast.more', { count: Math.min(atOnce, entries.length - shown) })}
            </Button>
          )}
        </section>
      </Grid.Col>
      {acts && (
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SeriesList projectId={project.id} series={series} entries={entries} interventions={interventions} titleOf={titleOf} />
        </Grid.Col>
      )}
    </Grid>
  );
}
