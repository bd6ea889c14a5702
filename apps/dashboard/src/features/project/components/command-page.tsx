import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedBar } from '../../../components/changed-bar';
import { sentCommand } from '../../../components/command-form/confirmation';
import { CommandFormView } from '../../../components/command-form/command-form-view';
import type { Answers, AnyCommandForm } from '../../../components/command-form/field-specs';
import { Loading } from '../../../components/loading';
import { NotPossible } from '../../../components/not-possible';
import { PageTitle } from '../../../components/page-title';
import { commandNameOf, type CommandAnswer } from '../../../lib/commands';
import type { ProjectDetail } from '../api/project';
import { projectFormOf } from '../commands';
import { changeInQuestion } from '../commands/changes';
import type { ProjectFormContext } from '../commands/project-form';
import { useFormContext } from '../commands/use-form-context';
import { standsAt } from '../situation';
import { ChangeInQuestion } from './change-differences';
import { CommandPreview } from './command-preview';
import { MovedSince } from './moved-since';
import { PutInList } from './put-in-list';
import { WhatsNext } from './whats-next';

/** Says why a command cannot be given now; the rule decides again when it is sent. */
function WhyNot({ project, command }: { project: ProjectDetail; command: string }) {
  const { t } = useTranslation();
  const allowed = project.commands.find((one) => commandNameOf(one.type) === command);
  if (allowed?.possible === true) return null;
  return <NotPossible refused={allowed} fact={standsAt(project, t)} />;
}

/** The change that a form decides on. */
function About({ form, context }: { form: AnyCommandForm<ProjectFormContext>; context: ProjectFormContext }) {
  const change = changeInQuestion(form, context);
  return change === undefined ? null : <ChangeInQuestion project={context.project} change={change} />;
}

interface CommandPageProps {
  project: ProjectDetail;
  command: string;
  /** What the way here already answers. */
  first: Answers;
  /** Revision the person has seen before he came here; when it is another by now, he is told who changed what. */
  seenRev?: number | undefined;
  /** Forgets the seen revision: the person has looked again. */
  onLookAgain?: () => void;
  /** The command that the page's address says was sent, and what is told when one is. */
  sentId?: string | undefined;
  onSent?: ((answer: CommandAnswer) => void) | undefined;
  /** Another door than the usual route: the link of a mail. */
  address?: string;
}

/** The one page on which a command of a project is given: form, check of the answers, what happens next. */
export function CommandPage({
  project,
  command,
  first,
  seenRev,
  onLookAgain,
  sentId,
  onSent,
  address = `/api/projects/${project.id}/commands/${command}`,
}: CommandPageProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [looked, setLooked] = useState<number>();
  const form = projectFormOf(command);
  const context = useFormContext(project, form?.needs ?? []);
  const back = (
    <Button variant="default" component={Link} to="/projects/$projectId" params={{ projectId: project.id } as never}>
      {t('project.back')}
    </Button>
  );
  if (form === undefined) return <Text>{t('notFound.title')}</Text>;
  const title = t(`forms.project.${command}.title`);
  return (
    <Stack gap="md" maw={720}>
      <div>
        <PageTitle title={title} />
        <Text c="dimmed">{[project.reference, project.titleEn ?? project.titleZh].filter(Boolean).join(' · ')}</Text>
      </div>
      {form.needs?.includes('draft') === true && (
        <Anchor component={Link} to="/projects/$projectId/application" params={{ projectId: project.id } as never}>
          {t('project.openApplication')}
        </Anchor>
      )}
      <ChangedBar kind="project" id={project.id} rev={project.rev} />
      {context === undefined ? (
        <Loading />
      ) : (
        <CommandFormView
          form={form}
          before={
            <>
              <WhyNot project={project} command={command} />
              <About form={form} context={context} />
            </>
          }
          preview={(body) => <CommandPreview project={project} command={command} body={body} onLooked={setLooked} />}
          otherwise={(answers) => <PutInList project={project} command={command} answers={answers} />}
          words={`forms.project.${command}`}
          context={context}
          first={first}
          target={{ address, expectedRev: seenRev ?? looked, rev: project.rev }}
          reference={project.reference}
          sent={sentCommand('project', project.id, sentId)}
          onSent={onSent}
          refused={(refusal) => <MovedSince refusal={refusal} project={project} seenRev={seenRev} onLookAgain={onLookAgain} />}
          onDone={() => void queryClient.invalidateQueries({ queryKey: ['project', project.id] })}
          next={<WhatsNext project={project} shown={1} />}
          back={back}
        />
      )}
    </Stack>
  );
}
