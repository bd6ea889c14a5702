import { Button, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { NextPage } from '../../../components/next-page';
import type { Campaign, CampaignSearch } from '../api/campaign';
import { CampaignFilters } from './campaign-filters';
import { CampaignCards, CampaignTable } from './campaign-table';
import { RemindBar } from './remind-bar';

interface GridProps {
  campaign: Campaign;
  nowMs: number;
  /** Whether the reader may remind; else there is nothing to choose. */
  mayRemind: boolean;
  search: CampaignSearch;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onChange: (search: CampaignSearch) => void;
  onRemind: () => void;
}

function Nothing({ campaign, search, onChange }: Pick<GridProps, 'campaign' | 'search' | 'onChange'>) {
  const { t } = useTranslation();
  const filtered = Object.keys(search).some((name) => name !== 'sort');
  return (
    <Stack gap="xs" align="flex-start" role="status">
      <Text>{t(filtered ? 'campaign.nothingFits' : 'campaign.emptyYear', { year: campaign.year })}</Text>
      {filtered ? (
        <Button variant="default" onClick={() => onChange({})}>
          {t('list.clear')}
        </Button>
      ) : (
        <Text>{t('campaign.emptyHelp')}</Text>
      )}
    </Stack>
  );
}

/** The reports of a year, a line a project, with filters above and the choice of those that are to be reminded; a choice stays over pages. */
export function CampaignGrid({ campaign, nowMs, mayRemind, search, chosen, onChoose, onChange, onRemind }: GridProps) {
  const asTable = useMediaQuery('(min-width: 62em)', window.innerWidth >= 992, { getInitialValueInEffect: false });
  const Lines = asTable ? CampaignTable : CampaignCards;
  const { items } = campaign;
  const choose = (lines: Campaign['items'], on: boolean): void => {
    const ids = lines.map((line) => line.projectId);
    const others = [...chosen].filter((id) => !ids.includes(id));
    onChoose(new Set(on ? [...others, ...ids] : others));
  };
  return (
    <Stack gap="md">
      <CampaignFilters search={search} totals={campaign.totals} onChange={onChange} />
      {items.length === 0 ? (
        <Nothing campaign={campaign} search={search} onChange={onChange} />
      ) : (
        <Lines lines={items} chosen={chosen} nowMs={nowMs} {...(mayRemind ? { onToggle: choose } : {})} />
      )}
      <NextPage search={search} next={campaign.next} onChange={onChange} />
      <RemindBar count={chosen.size} onRemind={onRemind} onClear={() => onChoose(new Set())} />
    </Stack>
  );
}
