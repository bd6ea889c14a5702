import { Anchor, Group, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Read } from '../../components/read';
import { projectQuery } from '../../features/project/api/project';
import { WhatIfPage } from '../../features/project/components/what-if-page';
import { actsIn, actsText } from '../../features/project/what-if-acts';
import '../project-page.css';

function WhatIf() {
  const { t } = useTranslation();
  const { projectId } = route.useParams();
  const search: { acts?: string } = route.useSearch();
  const acts = actsIn(search.acts);
  const navigate = route.useNavigate();
  const project = useQuery(projectQuery(projectId));
  return (
    <Stack gap="lg">
      <Anchor className="no-print" component={Link} to="/projects/$projectId" params={{ projectId } as never}>
        <Group gap={4} wrap="nowrap">
          <IconArrowLeft size={16} aria-hidden />
          {t('project.back')}
        </Group>
      </Anchor>
      <Read query={project}>
        {(read) => (
          <WhatIfPage
            project={read}
            acts={acts}
            onActs={(next) => void navigate({ search: (next.length === 0 ? {} : { acts: actsText(next) }) as never, replace: true })}
          />
        )}
      </Read>
    </Stack>
  );
}

/** What would follow for a project from acts that are only thought of. */
export const route = createLazyRoute('/signed-in/projects/$projectId/what-if')({ component: WhatIf });
