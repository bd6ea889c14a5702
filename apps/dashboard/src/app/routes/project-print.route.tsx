import { Anchor, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../../components/read';
import '../project-page.css';
import { projectQuery, type ProjectDetail } from '../../features/project/api/project';
import { AmendmentSheet } from '../../features/project/components/amendment-sheet';
import { MouSheet, ProjectSheet, ReportSheet, ReviewSheet } from '../../features/project/components/print-sheets';
import { formatTime } from '../../lib/format';
import type { PrintSearch } from '../search';

type Sheet = NonNullable<PrintSearch['sheet']>;

/** What stands on every sheet: title, reference, where the project stands, and when it was printed. */
function SheetHead({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const [title, other] = zh ? [project.titleZh, project.titleEn] : [project.titleEn, project.titleZh];
  return (
    <header className="sheet-head">
      <Title order={1} style={{ overflowWrap: 'anywhere' }}>
        {title ?? project.reference ?? t('list.untitled')}
      </Title>
      {other !== null && other !== title && <Text lang={zh ? 'en' : 'zh-CN'}>{other}</Text>}
      <Text size="sm">{[project.reference, project.callCode, t(`stages.${project.stage}`)].filter((one) => one !== null).join(' · ')}</Text>
      <Text fw={600}>{t(`standing.${project.subState}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('projectPage.print.printedAt', { time: formatTime(project.now, i18n.language) })}
      </Text>
    </header>
  );
}

type Change = NonNullable<ProjectDetail['changes']>[number];

function SheetBody({ project, sheet, year, change }: { project: ProjectDetail; sheet: Sheet; year: number; change: Change | undefined }) {
  switch (sheet) {
    case 'project':
      return <ProjectSheet project={project} />;
    case 'review':
      return <ReviewSheet project={project} />;
    case 'mou':
      return <MouSheet project={project} />;
    case 'report':
      return <ReportSheet project={project} year={year} />;
    case 'amendment':
      return change === undefined ? null : <AmendmentSheet project={project} change={change} />;
  }
}

function amendmentsOf(project: ProjectDetail): Change[] {
  return (project.changes ?? []).filter((one) => one.kind === 'amendment');
}

function sheetsOf(project: ProjectDetail): Sheet[] {
  return [
    'project',
    ...(Object.keys(project.check.items).length > 0 || project.review.sheets.length > 0 ? (['review'] as const) : []),
    ...(project.mou === undefined ? [] : (['mou'] as const)),
    ...(project.reports.length === 0 ? [] : (['report'] as const)),
    ...(amendmentsOf(project).length === 0 ? [] : (['amendment'] as const)),
  ];
}

function PrintPage() {
  const { t } = useTranslation();
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const project = useQuery(projectQuery(projectId));
  useEffect(() => {
    document.title = `${project.data?.reference ?? t('projectPage.print.title')} · Gongfang`;
  }, [project.data?.reference, t]);
  return (
    <Read query={project}>
      {(read) => {
        const sheets = sheetsOf(read);
        const sheet = sheets.find((one) => one === search.sheet) ?? 'project';
        const change = amendmentsOf(read).find((one) => one.no === search.change) ?? amendmentsOf(read).at(-1);
        const year = Number(search.year ?? read.reports.at(-1)?.year ?? 0);
        return (
          <Stack gap="lg" className="sheet">
            <Group className="no-print" gap="sm">
              <Anchor component={Link} to="/projects/$projectId" params={{ projectId } as never}>
                {t('project.back')}
              </Anchor>
              <SegmentedControl
                aria-label={t('projectPage.print.sheet')}
                data={sheets.map((one) => ({ value: one, label: t(`projectPage.print.sheets.${one}`) }))}
                value={sheet}
                onChange={(value) => void navigate({ search: { sheet: value } })}
              />
              <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
                {t('projectPage.print.print')}
              </Button>
            </Group>
            {sheet !== 'mou' && sheet !== 'amendment' && <SheetHead project={read} />}
            {(sheet === 'mou' || sheet === 'amendment') && <h1 className="visually-hidden">{t(`projectPage.print.sheets.${sheet}`)}</h1>}
            <SheetBody project={read} sheet={sheet} year={year} change={change} />
          </Stack>
        );
      }}
    </Read>
  );
}

/** A project on paper: sheet, review summary, MoU cover, annual report. */
export const route = createLazyRoute('/signed-in/projects/$projectId/print')({ component: PrintPage });
