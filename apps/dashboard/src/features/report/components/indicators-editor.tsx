import { NumberInput, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const indicatorCodes = [
  'T1',
  'T2',
  'T3',
  'T4',
  'F1',
  'F2',
  'S1',
  'S2',
  'S3',
  'R1',
  'Q1',
  'Q2',
  'E1',
  'E2',
  'X1',
  'U1',
  'B1',
  'D1',
] as const;

/** Values of the indicators by code. */
export type Indicators = Record<string, { inYear: number; cumulative: number }>;

interface IndicatorsEditorProps {
  values: Indicators;
  disabled: boolean;
  onChange: (values: Indicators | undefined) => void;
}

/** New in the year and total so far for each indicator; a row left empty is not reported. */
export function IndicatorsEditor({ values, disabled, onChange }: IndicatorsEditorProps) {
  const { t } = useTranslation();
  const set = (code: string, part: 'inYear' | 'cumulative', value: number | undefined): void => {
    const { [code]: old, ...rest } = values;
    if (value === undefined) {
      onChange(Object.keys(rest).length === 0 ? undefined : rest);
      return;
    }
    onChange({ ...rest, [code]: { inYear: old?.inYear ?? value, cumulative: old?.cumulative ?? value, [part]: value } });
  };
  const input = (code: string, part: 'inYear' | 'cumulative') => (
    <NumberInput
      id={`indicator-${code}-${part}`}
      aria-label={`${t(`indicators.${code}`)}: ${t(`report.${part}`)}`}
      disabled={disabled}
      w={110}
      min={0}
      value={values[code]?.[part] ?? ''}
      onChange={(value) => set(code, part, typeof value === 'number' ? value : undefined)}
    />
  );
  return (
    <Table.ScrollContainer minWidth={340} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <caption className="visually-hidden">{t('report.indicators')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('report.indicator')}</Table.Th>
            <Table.Th scope="col">{t('report.inYear')}</Table.Th>
            <Table.Th scope="col">{t('report.cumulative')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {indicatorCodes.map((code) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                {t(`indicators.${code}`)}
              </Table.Th>
              <Table.Td>{input(code, 'inYear')}</Table.Td>
              <Table.Td>{input(code, 'cumulative')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
