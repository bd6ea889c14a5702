import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SentBefore } from '../../components/command-form/confirmation';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { actionLinkQuery, type ActionLink } from '../../features/action-link/api/action-link';
import { AskAgain } from '../../features/action-link/components/ask-again';
import { DirectLink } from '../../features/action-link/components/direct-link';
import { LinkMessage } from '../../features/action-link/components/link-message';
import { callQuery } from '../../features/call/api/call';
import { CallCommandPage } from '../../features/call/components/call-command-page';
import { projectQuery } from '../../features/project/api/project';
import { CommandPage } from '../../features/project/components/command-page';
import { commandNameOf } from '../../lib/commands';
import { meQuery } from '../../lib/me';
import { problemIn } from '../../lib/problem';

function ProjectLink({ link, token }: { link: ActionLink; token: string }) {
  const project = useQuery(projectQuery(link.entity.id));
  if (project.isPending) return <Loading />;
  if (project.isError) return <ProblemPanel error={project.error} />;
  const first = Object.fromEntries(Object.entries(link.fixed).map(([name, value]) => [name, String(value)]));
  return <CommandPage project={project.data} command={commandNameOf(link.command)} first={first} address={`/api/action-links/${token}`} />;
}

function CallLink({ link, token }: { link: ActionLink; token: string }) {
  const call = useQuery(callQuery(link.entity.id));
  if (call.isPending) return <Loading />;
  if (call.isError) return <ProblemPanel error={call.error} />;
  return <CallCommandPage call={call.data} command={commandNameOf(link.command)} address={`/api/action-links/${token}`} />;
}

/** What was done by a used link, with its receipt. */
function LinkReceipt({ link }: { link: ActionLink }) {
  if (link.commandId === null) return null;
  const { kind, id } = link.entity;
  return (
    <SentBefore
      kind={kind}
      entityId={id}
      commandId={link.commandId}
      words={`forms.${kind}.${commandNameOf(link.command)}`}
      reference={link.reference}
      next={null}
      back={null}
      onShown={() => undefined}
    />
  );
}

function OpenLink({ link }: { link: ActionLink }) {
  const { t } = useTranslation();
  return link.entity.kind === 'project' ? (
    <Anchor component={Link} to="/projects/$projectId" params={{ projectId: link.entity.id } as never}>
      {t('link.toProject')}
    </Anchor>
  ) : (
    <Anchor component={Link} to="/calls/$callId" params={{ callId: link.entity.id } as never}>
      {t('calls.back')}
    </Anchor>
  );
}

function FoundLink({ link, token, signedIn }: { link: ActionLink; token: string; signedIn: boolean }) {
  if (link.state === 'used')
    return (
      <LinkMessage trouble="used">
        <LinkReceipt link={link} />
        <OpenLink link={link} />
      </LinkMessage>
    );
  if (!link.ready) return <LinkMessage trouble={signedIn ? 'foreign' : 'signInFirst'} />;
  if (link.direct) return <DirectLink link={link} token={token} />;
  return link.entity.kind === 'project' ? <ProjectLink link={link} token={token} /> : <CallLink link={link} token={token} />;
}

/** Statuses by which the API says that a link leads nowhere (any more). */
const overStatuses: ReadonlySet<number | undefined> = new Set([400, 404, 410]);

function ActionLinkPage() {
  const { token } = route.useParams();
  const me = useQuery(meQuery);
  const link = useQuery(actionLinkQuery(token));
  if (link.isPending || me.isPending) return <Loading />;
  if (!link.isError) return <FoundLink link={link.data} token={token} signedIn={me.data != null} />;
  const over = overStatuses.has(problemIn(link.error)?.status);
  const known = /^[\w-]{43}$/.test(token);
  return over ? (
    <LinkMessage trouble="expired">{known && <AskAgain token={token} />}</LinkMessage>
  ) : (
    <ProblemPanel error={link.error} onRetry={() => void link.refetch()} />
  );
}

/** A page behind a link in a mail: opening shows, only the button acts. */
export const route = createLazyRoute('/a/$token')({ component: ActionLinkPage });
