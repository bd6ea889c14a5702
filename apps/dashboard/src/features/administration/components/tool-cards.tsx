import { Anchor, Card, Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../tools';

/** The tools of administration, each by what it is for. */
export function ToolCards({ tools }: { tools: readonly Tool[] }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid component="ul" cols={{ base: 1, sm: 2, lg: 3 }} p={0} m={0} style={{ listStyle: 'none' }}>
      {tools.map(({ to, words, icon: Icon }) => (
        <Card key={to} component="li" withBorder padding="md">
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <Icon size={22} aria-hidden style={{ flexShrink: 0 }} />
            <div>
              <Anchor component={Link} to={to as '/'} fw={600}>
                {t(`${words}.title`)}
              </Anchor>
              <Text size="sm">{t(`${words}.text`)}</Text>
            </div>
          </Group>
        </Card>
      ))}
    </SimpleGrid>
  );
}
