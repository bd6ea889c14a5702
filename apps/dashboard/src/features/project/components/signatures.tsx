import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { organizationName, personName } from '../names';

type Mou = NonNullable<ProjectDetail['mou']>;

/** Organizations that sign, in order: as fixed when signing opened, before that the parties. */
function signersOf(project: ProjectDetail, mou: Mou): string[] {
  const parties = project.parties.filter((one) => one.role !== 'SUPPORTER').map((one) => one.organizationId);
  return mou.signatories ?? [...new Set(parties)];
}

/** Where each party stands with its signature: signing not open, asked to sign, signed by whom, when and with which page. */
export function Signatures({ project, mou }: { project: ProjectDetail; mou: Mou }) {
  const { t, i18n } = useTranslation();
  const open = mou.signingOpenedAt !== undefined;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="signatures">
      <Title order={3} id="signatures" mb="xs">
        {t('projectPage.agreement.signatures')}
      </Title>
      <ul className="plain-list">
        {signersOf(project, mou).map((id) => {
          const signature = mou.signatures.find((one) => one.organizationId === id);
          const state = signature !== undefined ? 'signed' : open ? 'asked' : 'pending';
          return (
            <li key={id} data-signature={state}>
              <Group justify="space-between" gap="xs" align="flex-start">
                <Text fw={600} style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
                  {organizationName(project, id, i18n.language, '–')}
                </Text>
                <Badge variant={state === 'signed' ? 'filled' : 'default'} color="river.8" size="lg" tt="none" fw={500}>
                  {t(`projectPage.agreement.signatureStates.${state}`)}
                </Badge>
              </Group>
              {signature !== undefined && (
                <Text size="sm">
                  {t('projectPage.agreement.signedBy', {
                    name: personName(project, signature.personId, t('project.somebody')),
                    day: formatDate(signature.signedOn, i18n.language),
                  })}{' '}
                  <Anchor size="sm" href={`/api/projects/${project.id}/documents/${signature.document.documentId}`} download>
                    {t('projectPage.agreement.signedPage')}
                  </Anchor>
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}
