import { Anchor, Button, Checkbox, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { HeldLetter } from '../api/letters';

interface TableProps {
  letters: HeldLetter[];
  /** Letters that are taken out of the release. */
  out: ReadonlySet<string>;
  mayChoose: boolean;
  open: string | undefined;
  onToggle: (mailId: string) => void;
  onOpen: (mailId: string) => void;
}

function State({ letter }: { letter: HeldLetter }) {
  const { t } = useTranslation();
  if (letter.fault !== null)
    return <Text size="sm">{t('letters.fault', { fault: t(`letters.faults.${letter.fault}`, { defaultValue: letter.fault }) })}</Text>;
  if (letter.mark === null) return <Text size="sm">{t('letters.writing')}</Text>;
  if (letter.readers.length === 0) return <Text size="sm">{t('letters.unread')}</Text>;
  return (
    <Text size="sm">
      <IconCheck size={14} aria-hidden /> {t('letters.readBy', { names: letter.readers.map((one) => one.name).join(t('why.comma')) })}
    </Text>
  );
}

/** The held letters: what each is, to whom, and who has read it. */
export function LetterTable({ letters, out, mayChoose, open, onToggle, onOpen }: TableProps) {
  const { t, i18n } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <caption className="visually-hidden">{t('letters.title')}</caption>
        <Table.Thead>
          <Table.Tr>
            {mayChoose && <Table.Th scope="col">{t('letters.columns.along')}</Table.Th>}
            {(['letter', 'project', 'reader', 'state'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`letters.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {letters.map((letter) => {
            const kind = t(`mailKinds.${letter.notification}`);
            const whose = t('letters.of', { kind, reference: letter.reference ?? '', name: letter.personName });
            return (
              <Table.Tr key={letter.mailId} aria-current={letter.mailId === open ? 'true' : undefined}>
                {mayChoose && (
                  <Table.Td>
                    <Checkbox
                      aria-label={t('letters.along', { whose })}
                      checked={!out.has(letter.mailId)}
                      onChange={() => onToggle(letter.mailId)}
                    />
                  </Table.Td>
                )}
                <Table.Td>
                  <Button
                    variant="subtle"
                    px={4}
                    disabled={letter.mark === null}
                    aria-label={t('letters.read', { whose })}
                    onClick={() => onOpen(letter.mailId)}
                  >
                    {kind}
                  </Button>
                </Table.Td>
                <Table.Td>
                  <Anchor component={Link} to="/projects/$projectId" params={{ projectId: letter.projectId } as never} size="sm">
                    {letter.reference ?? t('list.untitled')}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{letter.personName}</Text>
                  <Text size="sm" c="dimmed">
                    {[letter.copy ? t('mailLog.copy') : undefined, t(`roles.${letter.role}`), countryName(letter.country, i18n.language)]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <State letter={letter} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
