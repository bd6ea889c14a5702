import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityChoice } from '../api/engine';

/** Asks for one project to look at. */
export function EntityForm({ onChoose }: { onChoose: (choice: EntityChoice) => void }) {
  const { t } = useTranslation();
  const [entity, setEntity] = useState('');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (entity.trim() !== '') onChoose({ kind: 'project', entity: entity.trim() });
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={t('engine.project')}
          description={t('engine.projectHelp')}
          maxLength={100}
          value={entity}
          onChange={(event) => setEntity(event.currentTarget.value)}
          style={{ flex: '1 1 260px', maxWidth: 420 }}
        />
        <Button type="submit" variant="default">
          {t('engine.repair.lookAt')}
        </Button>
      </Group>
    </form>
  );
}
