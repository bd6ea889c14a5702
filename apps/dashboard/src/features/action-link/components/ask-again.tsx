import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { api, contentOf } from '../../../lib/api-client';

/** Asks for the mail of a link once more; says the same whether or not the link exists. */
export function AskAgain({ token }: { token: string }) {
  const { t } = useTranslation();
  const asking = useMutation({
    mutationFn: () => contentOf(api.POST('/api/action-links/{token}/renewal', { params: { path: { token } } })),
  });
  if (asking.isSuccess) return <Text role="status">{t('safety.againSent')}</Text>;
  return (
    <>
      {asking.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={asking.error} />
        </div>
      )}
      <Button variant="default" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t('safety.again')}
      </Button>
    </>
  );
}
