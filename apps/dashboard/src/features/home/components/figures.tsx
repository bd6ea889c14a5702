import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../api/overview';

interface Figure {
  name: 'open' | 'overdue' | 'held' | 'mineOverdue';
  count: number;
  search: Record<string, string>;
}

const openStages = 'application,review,approval,mou,construction,annual-report';

function figuresOf({ cells, mineOverdue }: Overview, myId: string, isOfficer: boolean): Figure[] {
  const sum = (of: (cell: Overview['cells'][number]) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
  const mine: Figure = { name: 'mineOverdue', count: mineOverdue.total, search: { officer: myId, overdue: 'true', sort: 'deadline' } };
  return [
    ...(isOfficer ? [mine] : []),
    { name: 'overdue', count: sum((cell) => cell.overdue), search: { overdue: 'true', sort: 'deadline' } },
    { name: 'held', count: sum((cell) => cell.held), search: { held: 'true' } },
    { name: 'open', count: sum((cell) => (cell.stage === 'closed' ? 0 : cell.projects)), search: { stage: openStages } },
  ];
}

/** The few numbers an officer looks at first; each leads to its projects. */
export function Figures({ overview, myId, isOfficer }: { overview: Overview; myId: string; isOfficer: boolean }) {
  const { t } = useTranslation();
  const figures = figuresOf(overview, myId, isOfficer);
  return (
    <SimpleGrid cols={{ base: 2, sm: figures.length }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {figures.map(({ name, count, search }) => (
        <Paper key={name} withBorder p="sm" component="li">
          <Anchor component={Link} to="/projects" search={search as never} className="card-link" display="block" underline="never">
            <Text
              component="span"
              display="block"
              fz={28}
              fw={700}
              lh={1.1}
              c={name.includes('verdue') && count > 0 ? 'var(--mantine-color-error)' : 'inherit'}
            >
              {count}
            </Text>
            <Text component="span" size="sm">
              {t(`home.figures.${name}`)}
            </Text>
          </Anchor>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
