import { Anchor, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import type { PublishingAct } from '../../components/second-person';
import {
  templateQuery,
  templateVersionQuery,
  type Template,
  type TemplateKind,
  type TemplateVersion,
} from '../../features/templates/api/templates';
import { ReleasePanel } from '../../features/templates/components/release-panel';
import { VersionBadge } from '../../features/templates/components/version-badge';
import { WordDifference } from '../../features/templates/components/word-difference';
import { WordsEditor } from '../../features/templates/components/words-editor';
import { useDraftWords } from '../../features/templates/use-draft-words';

/** What a version says differently from another; a draft from the one it was copied from. */
function Changes({ shown, template }: { shown: TemplateVersion; template: Template }) {
  const { t } = useTranslation();
  const others = template.versions.filter(({ version }) => version !== shown.version);
  const [chosen, setChosen] = useState(String(shown.baseVersion ?? template.inForce));
  const other = others.find(({ version }) => String(version) === chosen) ?? others[0];
  if (other === undefined) return null;
  const nameOf = (version: number): string => (version === 0 ? t('templates.builtIn') : t('templates.version', { version }));
  return (
    <section aria-labelledby="changes-title">
      <Title order={2} id="changes-title" mb="xs">
        {t('templates.changesTitle')}
      </Title>
      <Select
        label={t('templates.compareWith')}
        maw={320}
        mb="sm"
        allowDeselect={false}
        data={others.map(({ version }) => ({ value: String(version), label: nameOf(version) }))}
        value={String(other.version)}
        onChange={(value) => setChosen(value ?? chosen)}
      />
      <WordDifference before={other.texts} after={shown.texts} caption={t('templates.changesTitle')} />
    </section>
  );
}

/** The words as they are typed, what they change, and their way to release. */
function Words({ shown, template, onDone }: { shown: TemplateVersion; template: Template; onDone: (act: PublishingAct) => void }) {
  const words = useDraftWords(shown);
  return (
    <Stack gap="xl">
      <WordsEditor draft={shown} values={template.values} words={words} />
      <Changes shown={shown} template={template} />
      <ReleasePanel draft={shown} unsaved={words.changed} onDone={onDone} />
    </Stack>
  );
}

function TemplateVersionPage() {
  const { t } = useTranslation();
  const params: { kind?: string; templateVersion?: string } = route.useParams();
  const navigate = route.useNavigate();
  const kind = (params.kind ?? '') as TemplateKind;
  const number = Number(params.templateVersion);
  const template = useQuery(templateQuery(kind));
  const version = useQuery(templateVersionQuery(kind, number));
  const [done, setDone] = useState<PublishingAct>();
  const finish = (act: PublishingAct): void => {
    if (act === 'discard') void navigate({ to: `/administration/templates/${kind}` as '/' });
    else setDone(act);
  };
  const name = number === 0 ? t('templates.builtIn') : t('templates.version', { version: number });
  return (
    <Stack gap="lg">
      <PageTitle title={t('templates.titleOfVersion', { kind: t(`mailKinds.${kind}`), version: name })} />
      <Read query={template}>
        {(known) => (
          <Read query={version}>
            {(data) => (
              <Stack gap="xl">
                <Group gap="sm">
                  <VersionBadge {...data} />
                  {data.authorName !== null && <Text>{data.authorName}</Text>}
                  <Anchor component={Link} to={`/administration/templates/${kind}` as '/'}>
                    {t('templates.backToKind')}
                  </Anchor>
                </Group>
                {done !== undefined && (
                  <div className="confirmation" role="status">
                    <Text>{t(`templates.done.${done}`)}</Text>
                  </div>
                )}
                <Words key={`${data.version}/${data.mayEdit}`} shown={data} template={known} onDone={finish} />
              </Stack>
            )}
          </Read>
        )}
      </Read>
    </Stack>
  );
}

/** One version of the words of a kind: written while it is a draft, looked at, compared, released. */
export const route = createLazyRoute('/signed-in/administration/templates/$kind/$templateVersion')({ component: TemplateVersionPage });
