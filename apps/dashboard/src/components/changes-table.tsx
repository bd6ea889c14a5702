import { useTranslation } from 'react-i18next';
import { changeLabel, changeValue, type Change, type NameObject } from '../lib/change-words';
import { BeforeAfterTable } from './before-after-table';

const shownAtOnce = 6;

interface ChangesProps {
  changes: readonly Change[];
  /** Names what the changes are about, where the page knows it. */
  nameOf?: NameObject;
}

const nobodyKnows: NameObject = () => undefined;

function Rows({ changes, nameOf = nobodyKnows }: ChangesProps) {
  const { t, i18n } = useTranslation();
  const said = (change: Change, value: string | null) => (value === null ? null : changeValue(change, value, t, i18n.language));
  const lines = changes.map((change) => ({
    key: `${change.field}/${change.object ?? ''}/${change.about ?? ''}`,
    label: changeLabel(change, t, nameOf),
    from: said(change, change.from),
    to: said(change, change.to),
  }));
  return <BeforeAfterTable lines={lines} />;
}

/** What became of which value: before and after in words; a long list is folded after its first lines. */
export function ChangesTable({ changes, nameOf = nobodyKnows }: ChangesProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const more = changes.length - shownAtOnce;
  return (
    <>
      <Rows changes={changes.slice(0, more > 2 ? shownAtOnce : undefined)} nameOf={nameOf} />
      {more > 2 && (
        <details>
          <summary>{t('projectPage.history.more', { count: more })}</summary>
          <Rows changes={changes.slice(shownAtOnce)} nameOf={nameOf} />
        </details>
      )}
    </>
  );
}
