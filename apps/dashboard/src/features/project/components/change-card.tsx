import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { changeName, type ChangeSet } from '../change-words';
import { organizationName, personName } from '../names';
import { ChangeItems } from './change-items';

interface CardProps {
  project: ProjectDetail;
  change: ChangeSet;
}

/** Where a change stands: to be decided, to be signed, in effect from a day. */
function StateBadge({ change }: Pick<CardProps, 'change'>) {
  const { t, i18n } = useTranslation();
  const { state, effectOn, signatories } = change;
  const signing = state === 'approved' && effectOn === undefined && signatories.length > 0;
  const settled = state === 'approved' && effectOn !== undefined;
  const word = signing
    ? t('changes.signing')
    : settled
      ? t('changes.settled', { day: formatDate(effectOn, i18n.language) })
      : t(`changes.states.${state}`);
  return (
    <Badge variant={state === 'in-effect' ? 'filled' : 'default'} color="river.8" size="lg" tt="none" fw={500}>
      {word}
    </Badge>
  );
}

/** Which mails have left and stay read, and that a letter correcting them is offered. */
function CannotTakeBack({ change }: Pick<CardProps, 'change'>) {
  const { t, i18n } = useTranslation();
  if (change.cannotTakeBack === undefined) return null;
  return (
    <div>
      <Text fw={600}>{t('changes.cannot')}</Text>
      <ul className="plain-list">
        {change.cannotTakeBack.map((one) => (
          <li key={`${one.kind}/${one.on}`}>
            {t('changes.letter', { kind: t(`mailKinds.${one.kind}`, { defaultValue: one.kind }), day: formatDate(one.on, i18n.language) })}
          </li>
        ))}
      </ul>
      <Text size="sm">{t('changes.offered')}</Text>
    </div>
  );
}

/** Who has signed the amendment and who has not. */
function AmendmentSignatures({ project, change }: CardProps) {
  const { t, i18n } = useTranslation();
  if (change.signatories.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t('changes.signatures')}</Text>
      <ul className="plain-list">
        {change.signatories.map((id) => {
          const signature = change.signatures.find((one) => one.organizationId === id);
          const said =
            signature === undefined
              ? t('changes.unsigned')
              : t('changes.signed', {
                  day: formatDate(signature.signedOn, i18n.language),
                  name: personName(project, signature.personId, t('project.somebody')),
                });
          return (
            <li key={id} data-signature={signature === undefined ? 'asked' : 'signed'}>
              {organizationName(project, id, i18n.language, '–')}: {said}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Note({ label, text }: { label: string; text: string | null | undefined }) {
  return text == null ? null : (
    <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      <strong>{label}</strong>: {text}
    </Text>
  );
}

/** Who asked and decided when, from when it is true, and why. */
function ChangeStory({ project, change }: CardProps) {
  const { t, i18n } = useTranslation();
  const told = (id: string | undefined): string => personName(project, id, t('project.somebody'));
  const { tookEffectAt, effectOn, effectiveOn } = change;
  return (
    <div>
      <Text size="sm">{t('changes.askedBy', { name: told(change.proposedBy), day: formatTime(change.proposedAt, i18n.language) })}</Text>
      {change.decidedAt !== undefined && (
        <Text size="sm">{t('changes.decidedBy', { name: told(change.decidedBy), day: formatTime(change.decidedAt, i18n.language) })}</Text>
      )}
      {tookEffectAt !== undefined && effectOn !== undefined && (
        <Text size="sm">{t('changes.effect', { day: formatDate(effectOn, i18n.language) })}</Text>
      )}
      {tookEffectAt === undefined && effectiveOn !== undefined && (
        <Text size="sm">{t('changes.wished', { day: formatDate(effectiveOn, i18n.language) })}</Text>
      )}
      {change.lapsedFor !== undefined && <Text size="sm">{t(`changes.lapsed.${change.lapsedFor}`)}</Text>}
      <Note label={t('changes.why')} text={project.texts[change.note.textId]} />
      <Note label={t('changes.answer')} text={change.decision && project.texts[change.decision.textId]} />
      {change.document !== undefined && (
        <Anchor size="sm" href={`/api/projects/${project.id}/documents/${change.document.documentId}`} download>
          {t('changes.paper')}
        </Anchor>
      )}
    </div>
  );
}

/** One amendment or correction: old and new, who asked and decided, signatures, what cannot be taken back. */
export function ChangeCard({ project, change, children }: CardProps & { children?: ReactNode }) {
  const { t } = useTranslation();
  const inverse = project.changes?.find((one) => one.changeId === change.inverseOf);
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`change-${change.no}`} data-change={change.state}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Title order={3} id={`change-${change.no}`} style={{ overflowWrap: 'anywhere' }}>
            {changeName(project, change, t)}
          </Title>
          <StateBadge change={change} />
        </Group>
        {inverse !== undefined && <Text>{t('changes.inverse', { no: inverse.no })}</Text>}
        <ChangeItems project={project} change={change} />
        <ChangeStory project={project} change={change} />
        <AmendmentSignatures project={project} change={change} />
        <CannotTakeBack change={change} />
        {children}
        {change.kind === 'amendment' && (
          <Anchor
            size="sm"
            component={Link}
            to="/projects/$projectId/print"
            params={{ projectId: project.id } as never}
            search={{ sheet: 'amendment', change: change.no } as never}
          >
            {t('changes.print')}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
