import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Template } from '../api/templates';

interface PlaceholdersProps {
  values: Template['values'];
  /** Puts a placeholder where the cursor was last; nothing where the words are only read. */
  onInsert: ((name: string) => void) | undefined;
}

/** The placeholders that the words of this kind may use: what each is, and what then stands there. */
export function Placeholders({ values, onInsert }: PlaceholdersProps) {
  const { t, i18n } = useTranslation();
  return (
    <details>
      <summary>{t('templates.placeholders', { count: values.length })}</summary>
      <Text size="sm" my="xs" maw={760}>
        {t('templates.placeholdersHelp')}
      </Text>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className="answers">
          <caption className="visually-hidden">{t('templates.placeholdersCaption')}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['placeholder', 'meaning', 'example'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`templates.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.map(({ name, onlyAsked, example }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {onInsert === undefined ? (
                    <code>{onlyAsked ? `{% if ${name} %}` : `{{ ${name} }}`}</code>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      ff="monospace"
                      aria-label={t('templates.insert', { name })}
                      onClick={() => onInsert(onlyAsked ? `{% if ${name} %}{% endif %}` : `{{ ${name} }}`)}
                    >
                      {onlyAsked ? `{% if ${name} %}` : `{{ ${name} }}`}
                    </Button>
                  )}
                </Table.Th>
                <Table.Td>{t(`templates.values.${name}`)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{example[i18n.language === 'zh-CN' ? 'zh-CN' : 'en']}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
