import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FieldGroup, type FieldProps } from '../../../components/command-form/field-frame';
import { Read } from '../../../components/read';
import { previewQuery } from '../api/preview';
import type { ProjectFormContext } from '../commands/project-form';
import { actsAmong, modifyActsOf } from '../modify-acts';
import { mostActs, queueableCommands, type ThoughtAct } from '../what-if-acts';
import { ActForm } from './act-form';
import { ActList } from './act-list';
import { PreviewView } from './command-preview';

interface QueueProps {
  acts: readonly ThoughtAct[];
  context: ProjectFormContext;
  onRemove: (place: number) => void;
}

/** The changes that wait to be made, and what they would do together. */
function Queue({ acts, context, onRemove }: QueueProps) {
  const { t } = useTranslation();
  const { project } = context;
  const preview = useQuery(previewQuery(project.id, 'modify', { acts: modifyActsOf(acts, context), reason: t('whatIf.reason') }));
  return (
    <Stack gap="md">
      <ActList acts={acts} context={context} refused={preview.data?.refused} onRemove={onRemove} />
      <section aria-labelledby="together">
        <Title order={2} id="together" size="h4" mb="xs">
          {t('modify.together')}
        </Title>
        <Read query={preview}>{(read) => <PreviewView project={project} preview={read} />}</Read>
      </section>
    </Stack>
  );
}

/** A queue of changes to one project: add, take out, and see at once what all of them would do. */
export function ActsField({ context, ...field }: FieldProps & { context: ProjectFormContext }) {
  const { t } = useTranslation();
  const acts = actsAmong(field.value);
  return (
    <FieldGroup {...field}>
      <Stack gap="md">
        {acts.length === 0 ? (
          <Text size="sm">{t('modify.empty')}</Text>
        ) : (
          <Queue acts={acts} context={context} onRemove={(place) => field.onChange(acts.filter((_, at) => at !== place))} />
        )}
        {acts.length < mostActs && (
          <Paper withBorder p="md">
            <ActForm commands={queueableCommands(context.project)} context={context} onAdd={(act) => field.onChange([...acts, act])} />
          </Paper>
        )}
      </Stack>
    </FieldGroup>
  );
}
