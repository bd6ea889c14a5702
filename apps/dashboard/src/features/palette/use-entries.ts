import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { commandNameOf } from '../../lib/commands';
import { countryName } from '../../lib/format';
import { languageNames, languages } from '../../lib/language';
import { inLanguage } from '../../lib/stages';
import { addressOfView, pageOfView, viewsQuery } from '../../lib/views';
import { speak } from '../../i18n/words';
import { callsQuery, foundProjectsQuery, openProjectQuery } from './api/palette';
import { fits, type Entry } from './entries';

/** A page that the palette leads to. */
export interface PalettePage {
  to: string;
  words: string;
  keys?: string | undefined;
}

/** Where the reader is and how to get elsewhere. */
export interface PalettePlace {
  pages: readonly PalettePage[];
  projectId?: string | undefined;
  go: (href: string) => void;
}

const shortestSearch = 2;
const mostCalls = 6;

function usePageEntries({ pages, go }: PalettePlace): Entry[] {
  const { t } = useTranslation();
  return pages.map(({ to, words, keys }) => ({ id: to, group: 'pages', label: t(words), keys, act: () => go(to) }));
}

/** What the reader may do now with the project that is open. */
function useCommandEntries({ projectId, go }: PalettePlace): Entry[] {
  const { t } = useTranslation();
  const project = useQuery({ ...openProjectQuery(projectId ?? ''), enabled: projectId !== undefined });
  const possible = (project.data?.commands ?? []).filter((one) => one.possible && one.type !== 'Replan');
  return possible.map(({ type }) => {
    const name = commandNameOf(type);
    const act = (): void => go(`/projects/${projectId ?? ''}/do/${name}`);
    return { id: name, group: 'commands', label: t(`forms.project.${name}.title`), hint: project.data?.reference ?? undefined, act };
  });
}

function useFoundEntries(typed: string, { go }: PalettePlace): { entries: Entry[]; searching: boolean } {
  const { t, i18n } = useTranslation();
  const wanted = typed.length >= shortestSearch;
  const projects = useQuery({ ...foundProjectsQuery(typed), enabled: wanted });
  const calls = useQuery(callsQuery);
  const ofProjects = (wanted ? (projects.data ?? []) : []).map((one): Entry => {
    const country = one.hostCountry === null ? undefined : countryName(one.hostCountry, i18n.language);
    const label = inLanguage(one.titleZh, one.titleEn, i18n.language) ?? t('list.untitled');
    const hint = [one.reference, country, t(`stages.${one.stage}`)].filter(Boolean).join(' · ');
    return { id: one.id, group: 'projects', label, hint, act: () => go(`/projects/${one.id}`) };
  });
  const ofCalls = (calls.data?.items ?? []).map(({ id, code, subState }): Entry => {
    return { id, group: 'calls', label: code, hint: t(`subStates.${subState}`), act: () => go(`/calls/${id}`) };
  });
  return {
    entries: [...ofProjects, ...ofCalls.filter((one) => fits(one, typed)).slice(0, mostCalls)],
    searching: wanted && projects.isFetching,
  };
}

/** Saved views, each on its page. */
function useViewEntries({ go, pages }: PalettePlace): Entry[] {
  const { t } = useTranslation();
  const { items = [] } = useQuery(viewsQuery).data ?? {};
  return items.map((view): Entry => {
    const words = pages.find(({ to }) => to === pageOfView[view.page])?.words;
    const hint = [words === undefined ? undefined : t(words), view.mine ? undefined : view.ownerName].filter(Boolean).join(' · ');
    return { id: view.id, group: 'views', label: view.name, hint, act: () => go(addressOfView(view)) };
  });
}

function usePreferenceEntries(): Entry[] {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const entry = (id: string, label: string, hint: string, act: () => void): Entry => ({ id, group: 'preferences', label, hint, act });
  const others = languages.filter((one) => one !== i18n.language);
  return [
    ...others.map((one) => entry(one, languageNames[one], t('preferences.language'), () => void speak(one))),
    ...(['auto', 'light', 'dark'] as const).map((one) =>
      entry(one, t(`preferences.${one}`), t('preferences.scheme'), () => setColorScheme(one)),
    ),
  ];
}

/** Everything the palette offers for what was typed; the server searches the projects. */
export function useEntries(typed: string, place: PalettePlace): { entries: Entry[]; searching: boolean } {
  const fixed = [...useCommandEntries(place), ...usePageEntries(place), ...useViewEntries(place), ...usePreferenceEntries()];
  const found = useFoundEntries(typed, place);
  return { entries: [...fixed.filter((one) => fits(one, typed)), ...found.entries], searching: found.searching };
}
