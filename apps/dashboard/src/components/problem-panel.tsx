import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../lib/connection';
import { meQuery } from '../lib/me';
import { problemIn } from '../lib/problem';
import { troubleOf, type Trouble } from '../lib/trouble';
import { WhyRefused } from './why-refused';

/** A session that ended: signing in elsewhere leaves what was typed here, and coming back goes on with the new session. */
function SignInAgain() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  useEffect(() => {
    const onFocus = (): void => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [queryClient]);
  return (
    <Anchor href="/sign-in" target="_blank">
      {t('trouble.signInAgain')}
    </Anchor>
  );
}

/** What is wrong in general, where the server said nothing of its own. */
const ownWords: Partial<Record<Trouble, true>> = { offline: true, unreachable: true, outdated: true, broken: true, signedOut: true };

/** The problem's own sentence and what to do; without an answer from the server, why there is none. */
export function ProblemText({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const trouble = troubleOf(error, useConnection() !== 'offline');
  if (ownWords[trouble])
    return (
      <>
        <Text fw={600}>{t(`trouble.${trouble}.title`)}</Text>
        <Text>{t(`trouble.${trouble}.text`)}</Text>
        {trouble === 'signedOut' && <SignInAgain />}
      </>
    );
  const { title, detail, incident, because } = problemIn(error)?.document ?? {};
  return (
    <>
      <Text fw={600}>{title ?? t('problem.unknown')}</Text>
      {detail !== undefined && <Text>{detail}</Text>}
      {because !== undefined && <WhyRefused because={because} />}
      {incident !== undefined && <Text size="sm">{t('problem.incident', { incident })}</Text>}
    </>
  );
}

/** The step out of a trouble: a newer dashboard is loaded anew, what is hidden leads home, all else is tried again. */
function WayOn({ trouble, onRetry }: { trouble: Trouble; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation();
  if (trouble === 'outdated')
    return (
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('trouble.reload')}
      </Button>
    );
  if (trouble === 'hidden')
    return (
      <>
        <Text>{t('trouble.hidden.text')}</Text>
        <Anchor component={Link} to="/">
          {t('trouble.home')}
        </Anchor>
      </>
    );
  if (onRetry === undefined) return null;
  return (
    <Button variant="default" onClick={onRetry}>
      {t('problem.again')}
    </Button>
  );
}

/** Where nothing but a trouble can be shown, the browser's tab tells of it, not of the page before. */
function useTabTitle(title: string): void {
  useEffect(() => {
    if (document.querySelector('main h1') === null) document.title = `${title} · Gongfang`;
  }, [title]);
}

/** Stands where content could not be read: what is wrong, and a way on. */
export function ProblemPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const trouble = troubleOf(error, useConnection() !== 'offline');
  useTabTitle(ownWords[trouble] ? t(`trouble.${trouble}.title`) : (problemIn(error)?.document.title ?? t('problem.unknown')));
  return (
    <div className="error-summary" role="alert" data-trouble={trouble}>
      <Stack gap="xs" align="flex-start">
        <IconAlertTriangle aria-hidden />
        <ProblemText error={error} />
        <WayOn trouble={trouble} onRetry={onRetry} />
      </Stack>
    </div>
  );
}
