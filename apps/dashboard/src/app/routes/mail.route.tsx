import { Button, Grid, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { mailQuery } from '../../features/mails/api/mails';
import { MailActs } from '../../features/mails/components/mail-acts';
import { MailContent } from '../../components/mail-content';
import { MailStanding } from '../../features/mails/components/mail-standing';
import { MailStory } from '../../features/mails/components/mail-story';
import { OwnWords } from '../../features/templates/components/own-words';

function MailPage() {
  const { t } = useTranslation();
  const { mailId } = route.useParams();
  const queryClient = useQueryClient();
  const mail = useQuery(mailQuery(mailId));
  const [rewording, setRewording] = useState(false);
  if (mail.isPending) return <Loading />;
  if (mail.isError) return <ProblemPanel error={mail.error} onRetry={() => void mail.refetch()} />;
  const { data } = mail;
  const readAgain = (): void => void queryClient.invalidateQueries({ queryKey: ['mails'] });
  return (
    <Stack gap="xl">
      <PageTitle title={data.subject ?? t(`mailKinds.${data.notification}`)} />
      <MailStanding mail={data} />
      <MailActs key={mailId} mail={data} onDone={readAgain} />
      {data.may?.reword === true && !rewording && (
        <Button variant="light" style={{ alignSelf: 'flex-start' }} onClick={() => setRewording(true)}>
          {t('templates.own.open')}
        </Button>
      )}
      {rewording && <OwnWords key={`words/${mailId}`} mailId={mailId} onDone={readAgain} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <MailContent key={mailId} content={data} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <MailStory mail={data} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** One mail. */
export const route = createLazyRoute('/signed-in/mails/$mailId')({ component: MailPage });
