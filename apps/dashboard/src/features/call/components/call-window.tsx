import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { relativeDays } from '../../../lib/format';

interface CallWindowProps {
  opensAt: string;
  closesAt: string;
  /** The call's own time; a rehearsal has another than the wall. */
  nowMs: number;
}

/** From when to when applications are taken, in Beijing and in the reader's zone, and how far away that is while it lies ahead. */
export function CallWindow({ opensAt, closesAt, nowMs }: CallWindowProps) {
  const { t, i18n } = useTranslation();
  const lines = [
    { words: t('callWork.windows.opens'), at: opensAt },
    { words: t('callWork.windows.closes'), at: closesAt },
  ];
  return (
    <div>
      {lines.map(({ words, at }) => (
        <Text key={words} size="sm">
          {`${words}: `}
          <TwoZones at={at} />
          {Date.parse(at) > nowMs && ` · ${relativeDays(at, nowMs, i18n.language)}`}
        </Text>
      ))}
    </div>
  );
}
