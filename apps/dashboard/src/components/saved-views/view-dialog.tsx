import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../problem-panel';
import { newCommandId } from '../../lib/commands';
import { saveView, type SavedView, type ViewBody, type ViewPage } from '../../lib/views';

interface ViewDialogProps {
  page: ViewPage;
  /** The view to change; a new one without. */
  view: SavedView | undefined;
  /** The page's state to be kept in a new view. */
  text: string;
  mayShare: boolean;
  onClose: () => void;
}

const roles = ['CO', 'SH', 'AR', 'AD', 'CM', 'CC', 'CH', 'AU'] as const;

/** Names a view and says who else may use it. Sending it twice saves it once. */
export function ViewDialog({ page, view, text, mayShare, onClose }: ViewDialogProps) {
  const { t } = useTranslation();
  const [id] = useState(view?.id ?? newCommandId());
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState<string[]>(view?.sharedRoles ?? []);
  const save = useMutation({
    mutationFn: () => {
      const body: ViewBody = {
        page,
        name: name.trim(),
        search: view?.search ?? text,
        sharedRoles: shared as ViewBody['sharedRoles'],
      };
      return saveView(id, body, view?.rev);
    },
    onSuccess: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(view === undefined ? 'savedViews.save' : 'savedViews.change')}
      closeButtonProps={{ 'aria-label': t('savedViews.cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <Stack gap="md">
          {save.isError && <ProblemPanel error={save.error} />}
          <TextInput
            label={t('savedViews.name')}
            value={name}
            maxLength={80}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {mayShare && (
            <Checkbox.Group label={t('savedViews.share')} description={t('savedViews.shareHelp')} value={shared} onChange={setShared}>
              <Stack gap={6} mt={6}>
                {roles.map((role) => (
                  <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Group>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('savedViews.keep')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('savedViews.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
