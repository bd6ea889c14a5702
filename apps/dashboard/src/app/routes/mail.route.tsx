import { Grid, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { mailQuery } from '../../features/mails/api/mails';
import { MailActs } from '../../features/mails/components/mail-acts';
import { MailContent } from '../../components/mail-content';
import { MailStanding } from '../../features/mails/components/mail-standing';
import { MailStory } from '../../features/mails/components/mail-story';

function MailPage() {
  const { t } = useTranslation();
  const { mailId } = route.useParams();
  const queryClient = useQueryClient();
  const mail = useQuery(mailQuery(mailId));
  if (mail.isPending) return <Loading />;
  if (mail.isError) return <ProblemPanel error={mail.error} onRetry={() => void mail.refetch()} />;
  const { data } = mail;
  return (
    <Stack gap="xl">
      <PageTitle title={data.subject ?? t(`mailKinds.${data.notification}`)} />
      <MailStanding mail={data} />
      <MailActs key={mailId} mail={data} onDone={() => void queryClient.invalidateQueries({ queryKey: ['mails'] })} />
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
