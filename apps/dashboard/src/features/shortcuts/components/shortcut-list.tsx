import { Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import { Keys } from '../../../components/keys';
import { switchShortcuts, useShortcutList, useShortcutsOn, type Shortcut, type ShortcutGroup } from '../../../lib/shortcuts';

const groups: readonly ShortcutGroup[] = ['page', 'go', 'everywhere'];

/** The newest of equal keys is the one that acts. */
function acting(shortcuts: readonly Shortcut[]): Shortcut[] {
  return shortcuts.filter((one, at) => shortcuts.findLastIndex((other) => other.keys === one.keys) === at);
}

function GroupOfKeys({ group, shortcuts }: { group: ShortcutGroup; shortcuts: Shortcut[] }) {
  const { t } = useTranslation();
  return (
    <Table captionSide="top" withRowBorders={false} verticalSpacing={4}>
      <Table.Caption ta="start" fw={600} c="inherit">
        {t(`keys.${group}`)}
      </Table.Caption>
      <Table.Thead className="visually-hidden">
        <Table.Tr>
          <Table.Th>{t('keys.key')}</Table.Th>
          <Table.Th>{t('keys.does')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shortcuts.map(({ keys, words }) => (
          <Table.Tr key={keys} data-keys={keys}>
            <Table.Td w={170}>
              <Keys keys={keys} />
            </Table.Td>
            <Table.Td>{i18next.exists(words) ? t(words) : words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Every key that acts here and now, with the switch that takes the single ones away. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const shortcuts = acting(useShortcutList());
  const on = useShortcutsOn();
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <Stack gap="md">
        {groups.map((group) => {
          const of = shortcuts.filter((one) => one.group === group && (on || one.keys.startsWith('mod+')));
          return of.length === 0 ? null : <GroupOfKeys key={group} group={group} shortcuts={of} />;
        })}
        {!on && <Text size="sm">{t('keys.off')}</Text>}
        <Switch label={t('keys.switch')} checked={on} onChange={(event) => switchShortcuts(event.currentTarget.checked)} />
      </Stack>
    </Modal>
  );
}
