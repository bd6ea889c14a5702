import { Button, Grid, Group, Stack, Tabs } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../../components/read';
import { WalkLinks } from '../../components/walk-links';
import '../project-page.css';
import { MailForecast } from '../../features/forecast/components/mail-forecast';
import { projectQuery, type ProjectDetail } from '../../features/project/api/project';
import { AgreementView } from '../../features/project/components/agreement-view';
import { CommandsList } from '../../features/project/components/commands-list';
import { CommentsView } from '../../features/project/components/comments-view';
import { DocumentsView } from '../../features/project/components/documents-view';
import { HistoryView } from '../../features/project/components/history-view';
import { ImportedRecord } from '../../features/project/components/imported-record';
import { MailsView } from '../../features/project/components/mails-view';
import { PeopleView } from '../../features/project/components/people-view';
import { ReviewView } from '../../features/project/components/review-view';
import { SituationPanel } from '../../features/project/components/situation-panel';
import { Standing } from '../../features/project/components/standing';
import { TimelineView } from '../../features/project/components/timeline-view';
import { WhatsNext } from '../../features/project/components/whats-next';
import { objectLabel } from '../../features/project/object-label';
import { useShortcut } from '../../lib/shortcuts';
import { projectViews, type ProjectSearch, type ProjectView } from '../search';

function Papers({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Button component={Link} to="/projects/$projectId/application" params={{ projectId: project.id } as never} variant="default">
        {t('project.openApplication')}
      </Button>
      {project.mou?.tookEffectAt !== undefined && (
        <Button component={Link} to="/projects/$projectId/changes" params={{ projectId: project.id } as never} variant="default">
          {t('changes.link')}
        </Button>
      )}
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
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <WhatsNext project={project} />
      </Grid.Col>
    </Grid>
  );
}

function Forecast({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return <MailForecast project={project} labelOf={(object) => objectLabel(project, object, t)} />;
}

function Timeline({ project }: { project: ProjectDetail }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (kinds: string | undefined): void =>
    void navigate({ search: { view: 'timeline', ...(kinds === undefined ? {} : { kinds }) }, replace: true });
  return <TimelineView project={project} kinds={search.kinds} onKinds={choose} />;
}

const views: Record<ProjectView, (props: { project: ProjectDetail }) => React.ReactNode> = {
  overview: Overview,
  timeline: Timeline,
  forecast: Forecast,
  people: PeopleView,
  documents: DocumentsView,
  review: ReviewView,
  agreement: AgreementView,
  mails: MailsView,
  history: HistoryView,
  comments: CommentsView,
};

interface ViewProps {
  project: ProjectDetail;
  open: ProjectView;
  onOpen: (view: ProjectView) => void;
}

/** A number key opens a part of the page; 0 the tenth. */
function ViewKey({ view, no, onOpen }: { view: ProjectView; no: number; onOpen: ViewProps['onOpen'] }) {
  useShortcut(String(no), `projectPage.keys.${view}`, () => onOpen(view));
  return null;
}

function Views({ project, open, onOpen }: ViewProps) {
  const { t } = useTranslation();
  const seen = projectViews.filter((one) => one !== 'comments' || project.comments !== null);
  const view = seen.find((one) => one === open) ?? 'overview';
  const View = views[view];
  const label = (one: ProjectView): string =>
    one === 'comments' && project.comments !== null && project.comments > 0
      ? t('projectPage.tab', { label: t('views.comments'), count: project.comments })
      : t(`views.${one}`);
  return (
    <Tabs value={view} keepMounted={false} onChange={(next) => onOpen(next as ProjectView)}>
      {seen.map((one) => (
        <ViewKey key={one} view={one} no={(projectViews.indexOf(one) + 1) % 10} onOpen={onOpen} />
      ))}
      <Tabs.List className="no-print">
        {seen.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {label(one)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} pt="lg">
        <View project={project} />
      </Tabs.Panel>
    </Tabs>
  );
}

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
  const open = (next: ProjectView): void => void navigate({ search: next === 'overview' ? {} : ({ view: next } as ProjectSearch) });
  return (
    <Read query={project}>
      {(read) => (
        <Stack gap="lg">
          <Group justify="space-between" gap="sm" className="no-print">
            <WalkLinks projectId={projectId} />
            <Button
              component={Link}
              to="/projects/$projectId/print"
              params={{ projectId } as never}
              variant="subtle"
              size="compact-md"
              ml="auto"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('projectPage.print.open')}
            </Button>
          </Group>
          <Standing project={read} />
          <SituationPanel project={read} />
          <Views project={read} open={view} onOpen={open} />
        </Stack>
      )}
    </Read>
  );
}

/** One project. */
export const route = createLazyRoute('/signed-in/projects/$projectId')({ component: ProjectPage });
