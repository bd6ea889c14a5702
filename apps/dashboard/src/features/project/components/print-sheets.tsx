import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate } from '../../../lib/format';
import { reportDraftQuery } from '../../../lib/drafts';
import type { ProjectDetail } from '../api/project';
import { openDeadlineName, ownerName } from '../deadline-words';
import { organizationName, personName } from '../names';
import { MouDates } from './agreement-view';
import { Checklist } from './checklist';
import { Corrections, Submissions } from './corrections';
import { Milestones } from './milestones';
import { Reports } from './reports';
import { Scores } from './scores';
import { Signatures } from './signatures';

interface SheetProps {
  project: ProjectDetail;
}

/** Who takes part, as a table: organizations with their parts, people with their duties. */
function PartiesTable({ project }: SheetProps) {
  const { t, i18n } = useTranslation();
  const ids = [...new Set(project.parties.map((one) => one.organizationId))];
  if (ids.length === 0) return null;
  return (
    <section>
      <Title order={3}>{t('views.people')}</Title>
      <Table className="answers" verticalSpacing={4}>
        <caption className="visually-hidden">{t('views.people')}</caption>
        <Table.Tbody>
          {ids.map((id) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                {organizationName(project, id, i18n.language, '–')}
                <Text size="sm" fw={400}>
                  {project.parties
                    .filter((one) => one.organizationId === id)
                    .map((one) => `${t(`parties.${one.role}`)} · ${countryName(one.country, i18n.language)}`)
                    .join(t('why.comma'))}
                </Text>
              </Table.Th>
              <Table.Td>
                {project.contacts
                  .filter((one) => one.organizationId === id)
                  .map((one) => (
                    <Text size="sm" key={one.personId}>
                      {personName(project, one.personId, '–')}
                      {one.lead && ` · ${t('contacts.lead')}`}
                      {one.legalRepresentative && ` · ${t('contacts.legalRepresentative')}`}
                    </Text>
                  ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Everything that is due, the earliest first. */
function DatesTable({ project }: SheetProps) {
  const { t, i18n } = useTranslation();
  const dates = [...project.deadlines].sort((a, b) => a.endsAt.localeCompare(b.endsAt));
  if (dates.length === 0) return null;
  return (
    <section>
      <Title order={3}>{t('project.next')}</Title>
      <Table className="answers" verticalSpacing={4}>
        <caption className="visually-hidden">{t('project.next')}</caption>
        <Table.Tbody>
          {dates.map((one) => (
            <Table.Tr key={`${one.ladder}/${one.object}`}>
              <Table.Th scope="row">{formatDate(one.dueOn, i18n.language)}</Table.Th>
              <Table.Td>
                {openDeadlineName(project, one, t)}
                {one.ladder !== 'clock' && <Text size="sm">{ownerName(project, one.owner, t, i18n.language)}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** The project on a sheet: who, what is due, how far. */
export function ProjectSheet({ project }: SheetProps) {
  return (
    <Stack gap="lg">
      <PartiesTable project={project} />
      <DatesTable project={project} />
      {project.mou !== undefined && <MouDates project={project} mou={project.mou} />}
      {project.construction !== undefined && project.construction.milestones.length > 0 && (
        <Milestones project={project} construction={project.construction} />
      )}
      <Reports project={project} />
    </Stack>
  );
}

/** What the review brought: check, corrections, scores. */
export function ReviewSheet({ project }: SheetProps) {
  return (
    <Stack gap="lg">
      <Scores project={project} />
      {Object.keys(project.check.items).length > 0 && <Checklist project={project} />}
      <Corrections project={project} />
      <Submissions project={project} />
    </Stack>
  );
}

/** Cover of the MoU in both languages, with a line for each signature. */
export function MouSheet({ project }: SheetProps) {
  const { t } = useTranslation();
  const { mou } = project;
  const ids = mou?.signatories ?? [...new Set(project.parties.map((one) => one.organizationId))];
  return (
    <Stack gap="xl">
      <div className="cover">
        <Text lang="zh-CN" className="cover-kind">
          {t('projectPage.print.mouZh')}
        </Text>
        <Text lang="en" className="cover-kind">
          {t('projectPage.print.mouEn')}
        </Text>
        <Text lang="zh-CN" className="cover-title">
          {project.titleZh}
        </Text>
        <Text lang="en" className="cover-title">
          {project.titleEn}
        </Text>
        <Text>{project.reference}</Text>
      </div>
      <ol className="cover-parties">
        {ids.map((id) => {
          const one = project.organizations[id];
          return (
            <li key={id}>
              <Text fw={600}>{[one?.nameZh, one?.nameEn, one?.nameLocal].filter((name) => name != null && name !== '').join(' · ')}</Text>
              <Text size="sm" className="signature-line">
                {t('projectPage.print.signHere')}
              </Text>
            </li>
          );
        })}
      </ol>
      {mou !== undefined && <MouDates project={project} mou={mou} />}
      {mou !== undefined && <Signatures project={project} mou={mou} />}
    </Stack>
  );
}

/** One year's report: its texts, as far as the reader may see them, and the figures of all years. */
export function ReportSheet({ project, year }: SheetProps & { year: number }) {
  const { t } = useTranslation();
  const draft = useQuery(reportDraftQuery(project.id, year));
  const texts = Object.entries(draft.data?.content ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string');
  return (
    <Stack gap="lg">
      <Title order={2}>{t('report.of', { year })}</Title>
      {texts.map(([name, text]) => (
        <section key={name}>
          <Title order={3}>{t(`reportFields.${name}`)}</Title>
          <Text className="plain-text">{text}</Text>
        </section>
      ))}
      <Reports project={project} />
    </Stack>
  );
}
