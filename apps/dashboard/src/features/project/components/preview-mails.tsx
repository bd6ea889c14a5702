import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { Preview } from '../api/preview';
import type { ProjectDetail } from '../api/project';
import { deadlineName } from '../deadline-words';

type Line = Preview['mails'][number];

const shownAtOnce = 8;

function MailLine({ project, line }: { project: ProjectDetail; line: Line }) {
  const { t, i18n } = useTranslation();
  const time = (at: string): string => t('time.inZone', { time: formatTime(at, i18n.language), zone: t('zones.Asia/Shanghai') });
  const isStep = line.notification === 'reminder' || line.notification === 'escalation';
  const what = isStep
    ? t('preview.mails.step', {
        kind: t(`mailKinds.${line.notification}`),
        about: deadlineName(project, { ladder: line.rule, object: line.object }, t),
      })
    : t(`mailKinds.${line.notification}`);
  const said = (): string => {
    if (line.from === null) return t('preview.mails.comes', { at: time(line.to ?? '') });
    return line.to === null
      ? t('preview.mails.goes', { at: time(line.from) })
      : t('preview.mails.moves', { from: time(line.from), to: time(line.to) });
  };
  return (
    <li>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t('preview.mails.to', { what, name: i18n.language === 'zh-CN' ? line.name : line.latinName })}
      </Text>
      <Text size="sm" c="dimmed">
        {said()}
      </Text>
    </li>
  );
}

/** Mails that would come, go or move; a long list is folded after its first lines. */
export function PreviewMails({ project, mails }: { project: ProjectDetail; mails: readonly Line[] }) {
  const { t } = useTranslation();
  if (mails.length === 0) return null;
  const list = (lines: readonly Line[]) => (
    <ul className="plain-list">
      {lines.map((line, index) => (
        <MailLine key={index} project={project} line={line} />
      ))}
    </ul>
  );
  const more = mails.length - shownAtOnce;
  return (
    <div>
      <Title order={3} size="h4">
        {t('preview.mails.title', { count: mails.length })}
      </Title>
      {list(mails.slice(0, more > 2 ? shownAtOnce : undefined))}
      {more > 2 && (
        <details>
          <summary>{t('preview.mails.more', { count: more })}</summary>
          {list(mails.slice(shownAtOnce))}
        </details>
      )}
    </div>
  );
}
