import { Button, Grid, Group, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { projectQuery, type ProjectDetail } from '../../features/project/api/project';
import { CommandsList } from '../../features/project/components/commands-list';
import { DocumentsView } from '../../features/project/components/documents-view';
import { ImportedRecord } from '../../features/project/components/imported-record';
import { MailsView } from '../../features/project/components/mails-view';
import { PeopleView } from '../../features/project/components/people-view';
import { Standing } from '../../features/project/components/standing';
import { Progress } from '../../features/project/components/progress';
import { TimelineView } from '../../features/project/components/timeline-view';
import { WhatsNext } from '../../features/project/components/whats-next';
import { projectViews, type ProjectSearch } from '../search';

function Papers({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Button component={Link} to="/projects/$projectId/application" params={{ projectId: project.id } as never} variant="default">
        {t('project.openApplication')}
      </Button>
      {project.reports.map((report) => (
        <Button
          key={report.year}
          component={Link}
          to="/projects/$projectId/reports/$year"
          params={{ projectId: project.id, year: String(report.year) } as never}
          variant="default"
        >
          {t('report.of', { year: report.year })}
        </Button>
      ))}
    </Group>
  );
}

function Overview({ project }: { project: ProjectDetail }) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="xl">
          <CommandsList project={project} />
          {project.imported === undefined ? <Papers project={project} /> : <ImportedRecord project={project} imported={project.imported} />}
          <Progress project={project} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <WhatsNext project={project} />
      </Grid.Col>
    </Grid>
  );
}

const views: Record<NonNullable<ProjectSearch['view']>, (props: { project: ProjectDetail }) => React.ReactNode> = {
  overview: Overview,
  timeline: TimelineView,
  people: PeopleView,
  documents: DocumentsView,
  mails: MailsView,
};

function ProjectPage() {
  const { t } = useTranslation();
  const { projectId } = route.useParams();
  const { view = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  const project = useQuery(projectQuery(projectId));
  const reference = project.data?.reference ?? t('list.untitled');
  useEffect(() => {
    document.title = `${reference} · Gongfang`;
  }, [reference]);
  if (project.isPending) return <Loading />;
  if (project.isError) return <ProblemPanel error={project.error} onRetry={() => void project.refetch()} />;
  const View = views[view];
  return (
    <Stack gap="lg">
      <Standing project={project.data} />
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) => void navigate({ search: next === 'overview' ? {} : ({ view: next } as ProjectSearch) })}
      >
        <Tabs.List>
          {projectViews.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view} pt="lg">
          <View project={project.data} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** One project. */
export const route = createLazyRoute('/signed-in/projects/$projectId')({ component: ProjectPage });
