import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import type { PublishingAct } from '../../components/second-person';
import { TryDraft } from '../../components/try-draft';
import { policyKeysQuery, policyQuery, type PolicyKeys, type PolicyVersion } from '../../features/policy/api/policy';
import { DifferenceTable } from '../../features/policy/components/difference-table';
import { PolicyEditor } from '../../features/policy/components/policy-editor';
import { StateBadge } from '../../features/policy/components/policy-list';
import { PublishPanel } from '../../features/policy/components/publish-panel';

/** What a version changes against the one it was copied from. */
function Changes({ policy, keys }: { policy: PolicyVersion; keys: PolicyKeys }) {
  const { t } = useTranslation();
  if (policy.baseVersion === null) return null;
  const caption = t('policy.changesTitle', { version: policy.baseVersion });
  return (
    <section aria-labelledby="changes-title">
      <Group justify="space-between">
        <Title order={2} id="changes-title">
          {caption}
        </Title>
        <Anchor
          component={Link}
          to={`/administration/policy/${policy.version}/difference` as '/'}
          search={{ with: policy.baseVersion } as never}
        >
          {t('policy.print')}
        </Anchor>
      </Group>
      {policy.changes.length === 0 ? (
        <Text>{t('policy.noChanges')}</Text>
      ) : (
        <DifferenceTable changes={policy.changes} keys={keys.items} caption={caption} />
      )}
    </section>
  );
}

function Facts({ policy }: { policy: PolicyVersion }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <StateBadge {...policy} />
      {policy.state === 'published' && (
        <Text>
          {t('policy.callsOn', { count: policy.calls })}
          {t('policy.comma')}
          {t('policy.projectsOn', { count: policy.projects })}
        </Text>
      )}
      <Anchor component={Link} to={'/administration/policy'}>
        {t('policy.back')}
      </Anchor>
    </Group>
  );
}

function PolicyPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const params: { version?: string } = route.useParams();
  const navigate = route.useNavigate();
  const version = Number(params.version);
  const policy = useQuery(policyQuery(version));
  const keys = useQuery(policyKeysQuery);
  const [done, setDone] = useState<PublishingAct>();
  const finish = (act: PublishingAct): void => {
    if (act === 'discard') void navigate({ to: '/administration/policy' });
    else setDone(act);
  };
  return (
    <Stack gap="lg">
      <PageTitle title={t('policy.version', { version })} />
      <Read query={keys}>
        {(known) => (
          <Read query={policy}>
            {(data) => (
              <Stack gap="xl">
                <Text style={{ overflowWrap: 'anywhere' }}>{data.name}</Text>
                <Facts policy={data} />
                {done !== undefined && (
                  <div className="confirmation" role="status">
                    <Text>{t(`policy.done.${done}`)}</Text>
                  </div>
                )}
                <Changes policy={data} keys={known} />
                {data.state === 'draft' && <TryDraft draft={{ policyVersion: data.version }} roles={me.roles} />}
                <PublishPanel policy={data} onDone={finish} />
                <section aria-labelledby="all-title">
                  <Title order={2} id="all-title" mb="sm">
                    {t('policy.allTitle')}
                  </Title>
                  <PolicyEditor key={`${data.version}/${data.mayEdit}`} keys={known} policy={data} />
                </section>
              </Stack>
            )}
          </Read>
        )}
      </Read>
    </Stack>
  );
}

/** One policy version or draft. */
export const route = createLazyRoute('/signed-in/administration/policy/$version')({ component: PolicyPage });
