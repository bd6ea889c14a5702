import { ActionIcon, Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../components/problem-panel';
import { saveLimit, type BoardColumn } from '../api/board';

function LimitForm({ column, onDone }: { column: BoardColumn; onDone: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [most, setMost] = useState<string | number>(column.limit.most ?? '');
  const saving = useMutation({
    mutationFn: () => saveLimit(column.stage, most === '' ? null : Number(most), column.limit.version),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['board'] }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <Stack>
        {saving.isError && <ProblemPanel error={saving.error} />}
        <NumberInput
          label={t('board.limitLabel')}
          description={t('board.limitHelp')}
          min={1}
          max={10_000}
          allowDecimal={false}
          hideControls
          value={most}
          onChange={setMost}
        />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('board.limitSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Lets the head of the Secretariat set how many projects a stage should hold. */
export function LimitButton({ column }: { column: BoardColumn }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const title = t('board.setLimit', { stage: t(`stages.${column.stage}`) });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={title} aria-haspopup="dialog" onClick={open}>
        <IconAdjustments size={18} aria-hidden />
      </ActionIcon>
      <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('board.close') }}>
        <LimitForm column={column} onDone={close} />
      </Modal>
    </>
  );
}
