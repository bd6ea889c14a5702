import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bodyOf } from '../../../components/command-form/body-of';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { PageTitle } from '../../../components/page-title';
import { Read } from '../../../components/read';
import type { ProjectDetail } from '../api/project';
import { whatIfQuery, type WireAct } from '../api/what-if';
import { actFormOf, type ActChoice } from '../commands/act-forms';
import type { ProjectFormContext } from '../commands/project-form';
import { projectFormOf } from '../commands';
import { partnerChoices } from '../commands/partner-choices';
import { useFormContext } from '../commands/use-form-context';
import { useNamedActs } from '../use-named-acts';
import { mostActs, thinkableCommands, type ThoughtAct } from '../what-if-acts';
import { PreviewView } from './command-preview';
import { ActForm } from './act-form';
import { ActList } from './act-list';

interface WhatIfProps {
  project: ProjectDetail;
  acts: readonly ThoughtAct[];
  onActs: (acts: readonly ThoughtAct[]) => void;
}

/** As the API takes them; that it is only thought of is the reason of each that asks for one. */
function wireActs(acts: readonly ThoughtAct[], context: ProjectFormContext): WireAct[] {
  return acts.flatMap(({ command, answers, afterDays }) => {
    const form = actFormOf(command);
    if (form === undefined) return [];
    const reason = 'reason' in form.fields ? { reason: context.t('whatIf.reason') } : {};
    return [{ command, afterDays, body: bodyOf(form, { ...answers, ...reason }, context) }];
  });
}

/** Uses of an amendment, for whoever may ask for one. */
function usesIn(commands: readonly string[], context: ProjectFormContext): ActChoice[] {
  return commands.includes('propose-change') ? partnerChoices(context) : [];
}

/** The acts, and what would follow from them. */
function Outcome({ project, acts, onActs, context }: WhatIfProps & { context: ProjectFormContext }) {
  const { t } = useTranslation();
  const preview = useQuery(whatIfQuery(project.id, wireActs(acts, context)));
  const remove = (place: number): void => onActs(acts.filter((_, at) => at !== place));
  return (
    <>
      <ActList inDays acts={useNamedActs(acts)} context={context} refused={preview.data?.refused} onRemove={remove} />
      <section aria-labelledby="what-if-outcome">
        <Title order={2} id="what-if-outcome" size="h3" mb="xs">
          {t('whatIf.outcome')}
        </Title>
        <Read query={preview}>{(read) => <PreviewView project={project} preview={read} />}</Read>
      </section>
    </>
  );
}

/** Acts that are only thought of, one after the other: every later date, before and after, with its arithmetic and what speaks against it. */
export function WhatIfPage({ project, acts, onActs }: WhatIfProps) {
  const { t } = useTranslation();
  const commands = thinkableCommands(project);
  // Only what the reader's own commands choose from: whoever may not see the officers is not asked to choose one.
  const context = useFormContext(
    project,
    commands.flatMap((name) => projectFormOf(name)?.needs ?? []),
  );
  const add = (act: ThoughtAct): void => onActs([...acts, act]);
  return (
    <Stack gap="md" maw={820}>
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle title={t('whatIf.title')} />
          <Text c="dimmed">{[project.reference, project.titleEn ?? project.titleZh].filter(Boolean).join(' · ')}</Text>
        </div>
        {acts.length > 0 && (
          <Button className="no-print" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('whatIf.print')}
          </Button>
        )}
      </Group>
      <Text>{t('whatIf.lead')}</Text>
      {context === undefined ? (
        <Loading />
      ) : (
        <>
          {acts.length === 0 ? (
            <EmptyState title={t('whatIf.empty')} />
          ) : (
            <Outcome project={project} acts={acts} onActs={onActs} context={context} />
          )}
          {commands.length === 0 ? (
            <Text>{t('project.notYours')}</Text>
          ) : (
            acts.length < mostActs && (
              <Paper withBorder p="md" className="no-print">
                <ActForm inDays commands={commands} choices={usesIn(commands, context)} context={context} onAdd={add} />
              </Paper>
            )
          )}
        </>
      )}
    </Stack>
  );
}
