import { BeforeAfterTable } from '../../../components/before-after-table';
import type { Intervention } from '../api/interventions';

type TechnicalChanges = NonNullable<Intervention['technical']>['changes'];

/** What a technical act found and left, value by value in words. */
export function TechnicalTable({ changes }: { changes: TechnicalChanges }) {
  if (changes.length === 0) return null;
  const said = (value: string | null) => (value === null ? null : <span style={{ overflowWrap: 'anywhere' }}>{value}</span>);
  const lines = changes.map(({ part, name, from, to }) => ({
    key: part,
    label: name ?? part,
    from: said(from),
    to: said(to),
  }));
  return <BeforeAfterTable lines={lines} testId="technical-changes" />;
}
