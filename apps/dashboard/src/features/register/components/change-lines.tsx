import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BeforeAfterTable } from '../../../components/before-after-table';
import type { Preview, Value } from '../api/register';

function Said({ value }: { value: Value }) {
  if (value === null) return null;
  return <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{Array.isArray(value) ? value.join('\n') : value}</span>;
}

/** Values before and after, a line each. */
export function ChangeLines({ changes }: { changes: Preview['changes'] }) {
  const { t } = useTranslation();
  const lines = changes.map(({ field, from, to }) => ({
    ...{ key: field, label: t(`register.fields.${field}`) },
    from: from === null ? null : <Said value={from} />,
    to: to === null ? null : <Said value={to} />,
  }));
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <BeforeAfterTable lines={lines} testId="register-changes" />
    </Table.ScrollContainer>
  );
}
