import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommandFormView } from '../../../components/command-form/command-form-view';
import { Loading } from '../../../components/loading';
import { PageTitle } from '../../../components/page-title';
import { createCall } from '../commands/create-call.form';
import { useCallFormContext } from '../commands/use-call-form-context';

/** Creates a call. */
export function NewCall() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const context = useCallFormContext(undefined);
  return (
    <Stack gap="md" maw={720}>
      <PageTitle title={t('forms.call.create.title')} />
      {context === undefined ? (
        <Loading />
      ) : (
        <CommandFormView
          form={createCall}
          words="forms.call.create"
          context={context}
          first={{ programme: 'LMGF', policyVersion: 1 }}
          target={{ address: '/api/calls' }}
          onDone={() => void queryClient.invalidateQueries({ queryKey: ['calls'] })}
          next={null}
          back={
            <Button variant="default" component={Link} to="/calls">
              {t('nav.calls')}
            </Button>
          }
        />
      )}
    </Stack>
  );
}
