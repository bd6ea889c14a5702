import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lineKinds, type LineKind } from '../timeline-items';

interface KindFilterProps {
  wanted: ReadonlySet<LineKind>;
  onChange: (kinds: LineKind[]) => void;
}

/** Chooses which kinds of lines a list shows; one at least. */
export function KindFilter({ wanted, onChange }: KindFilterProps) {
  const { t } = useTranslation();
  const chosen = lineKinds.filter((kind) => wanted.has(kind));
  return (
    <Group gap={6} role="group" aria-label={t('projectPage.timeline.kinds')}>
      {lineKinds.map((kind) => (
        <Chip
          key={kind}
          size="sm"
          checked={wanted.has(kind)}
          onChange={(checked) =>
            onChange(checked ? lineKinds.filter((one) => one === kind || wanted.has(one)) : chosen.filter((one) => one !== kind))
          }
        >
          {t(`projectPage.timeline.kind.${kind}`)}
        </Chip>
      ))}
    </Group>
  );
}
