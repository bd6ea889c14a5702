import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { changeText, type ChangeSet } from '../change-words';
import { lastChangeOf } from '../changed-values';
import { personName } from '../names';

interface MarkProps {
  project: ProjectDetail;
  /** The values that the mark may stand beside. */
  paths: string[];
}

/** Who asked, who decided, from when it holds. */
function useStory(project: ProjectDetail, change: ChangeSet | undefined): string[] {
  const { t, i18n } = useTranslation();
  if (change?.effectOn === undefined) return [];
  const told = (id: string | undefined): string => personName(project, id, t('project.somebody'));
  const { proposedBy, proposedAt, decidedBy, decidedAt, effectOn } = change;
  const day = (at: string): string => formatDate(at.slice(0, 10), i18n.language);
  return [
    t('changes.askedBy', { name: told(proposedBy), day: day(proposedAt) }),
    ...(decidedAt === undefined ? [] : [t('changes.decidedBy', { name: told(decidedBy), day: day(decidedAt) })]),
    t('changes.effect', { day: day(effectOn) }),
  ];
}

/** Beside a value that an amendment or a correction has set: its number; pointed at or opened, who set it when, and what stood before. */
export function ChangedMark({ project, paths }: MarkProps) {
  const { t, i18n } = useTranslation();
  const found = lastChangeOf(project, ...paths);
  const story = useStory(project, found?.change);
  if (found === undefined) return null;
  const { change, item } = found;
  const lines = [changeText(project, [item], t, i18n.language), ...story];
  return (
    <details className="changed-mark" data-changed={change.no}>
      <summary title={lines.join('\n')}>{t(`changes.marks.${change.kind}`, { no: change.no })}</summary>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      <Anchor size="sm" component={Link} to="/projects/$projectId/changes" params={{ projectId: project.id } as never}>
        {t('changes.toChange')}
      </Anchor>
    </details>
  );
}
