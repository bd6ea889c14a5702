import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemIn } from '../lib/problem';

/** The problem's own sentence and what to do; without an answer from the server, that it could not be reached. */
export function ProblemText({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = problemIn(error);
  if (problem === undefined)
    return (
      <>
        <Text fw={600}>{t('problem.unreachable')}</Text>
        <Text>{t('problem.unreachableText')}</Text>
      </>
    );
  const { title, detail, incident } = problem.document;
  return (
    <>
      <Text fw={600}>{title ?? t('problem.unknown')}</Text>
      {detail !== undefined && <Text>{detail}</Text>}
      {incident !== undefined && <Text size="sm">{t('problem.incident', { incident })}</Text>}
    </>
  );
}

/** Stands where content could not be read, with a way to try again. */
export function ProblemPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="error-summary" role="alert">
      <Stack gap="xs" align="flex-start">
        <IconAlertTriangle aria-hidden />
        <ProblemText error={error} />
        {onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {t('problem.again')}
          </Button>
        )}
      </Stack>
    </div>
  );
}
