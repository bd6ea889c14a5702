import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../components/keys';
import { grouped } from '../entries';
import { useEntries, type PalettePlace } from '../use-entries';

const [store, spotlight] = createSpotlight();
const listId = 'palette-list';
const typedForMs = 150;

/** Tells screen readers which entry is chosen: the palette's library marks it only for the eye. */
function speakChoice(): void {
  const options = [...document.querySelectorAll(`#${listId} [data-action]`)];
  const marked = options.find((one) => one.hasAttribute('data-selected')) ?? options[0];
  marked?.setAttribute('data-selected', 'true');
  options.forEach((one, at) => {
    one.id = `${listId}-${at}`;
    one.setAttribute('aria-selected', String(one === marked));
  });
  document.querySelector(`[aria-controls=${listId}]`)?.setAttribute('aria-activedescendant', marked?.id ?? '');
}

interface PaletteProps extends PalettePlace {
  /** Counts how often it was asked for: each time it opens. */
  asked: number;
}

/** Pages, projects, calls and what can be done here, by typing a part of the name. */
export function Palette({ asked, ...place }: PaletteProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [typed] = useDebouncedValue(query.trim(), typedForMs);
  const { entries, searching } = useEntries(typed, place);
  const { selected } = useSpotlight(store);
  useEffect(speakChoice, [selected, entries]);
  useEffect(() => spotlight.open(), [asked]);
  return (
    <Spotlight.Root store={store} query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={420} title={null}>
      <Spotlight.Search
        role="combobox"
        aria-label={t('palette.search')}
        aria-expanded
        aria-controls={listId}
        placeholder={t('palette.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={200}
      />
      <Spotlight.ActionsList id={listId} role="listbox" aria-label={t('palette.found')}>
        {grouped(entries).map(([group, of]) => (
          <Spotlight.ActionsGroup key={group} role="group" aria-label={t(`palette.${group}`)} label={t(`palette.${group}`)}>
            {of.map(({ id, label, hint, keys, act }) => (
              <Spotlight.Action
                key={id}
                role="option"
                label={label}
                {...(hint === undefined ? {} : { description: hint })}
                rightSection={keys === undefined ? undefined : <Keys keys={keys} />}
                onClick={act}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
      <div role="status" className={entries.length === 0 ? 'palette-nothing' : 'visually-hidden'}>
        {searching ? t('palette.searching') : t('palette.count', { count: entries.length })}
      </div>
    </Spotlight.Root>
  );
}
