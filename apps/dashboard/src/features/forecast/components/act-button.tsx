import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '../acts';
import { ActDialog } from './act-dialog';

/** Offers one act; what cannot be done now is said beside the buttons, not offered. */
export function ActButton({ projectId, act }: { projectId: string; act: Act }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const words = t(`forecast.acts.${act.words}.button`);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        mih={36}
        onClick={() => setOpen(true)}
        aria-label={`${words}: ${act.about}`}
        data-act={act.words}
      >
        {words}
      </Button>
      {open && <ActDialog projectId={projectId} act={act} close={() => setOpen(false)} />}
    </>
  );
}
