import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface BarsProps {
  id: string;
  title: string;
  bars: { key: string; label: string; count: number }[];
  /** What is not drawn any more. */
  before?: string;
}

/** Numbers with a bar beside each: the number says it, the bar only supports it. */
export function Bars({ id, title, bars, before }: BarsProps) {
  const { t } = useTranslation();
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id={id}>
        {title}
      </Title>
      {bars.length === 0 && <Text c="dimmed">{t('callWork.none')}</Text>}
      {before !== undefined && (
        <Text size="sm" c="dimmed" mb={4}>
          {before}
        </Text>
      )}
      <ul className="plain-list" aria-labelledby={id} style={{ gap: 6 }}>
        {bars.map((bar) => (
          <li key={bar.key} style={{ display: 'grid', gridTemplateColumns: 'minmax(7em, 9.5em) 1fr 3em', gap: 8, alignItems: 'center' }}>
            <Text size="sm" component="span">
              {bar.label}
            </Text>
            <span
              aria-hidden
              style={{
                height: 10,
                borderRadius: 3,
                background: 'var(--mantine-primary-color-filled)',
                width: `${(100 * bar.count) / most}%`,
              }}
            />
            <Text size="sm" component="span" fw={600} ta="right">
              {bar.count}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
