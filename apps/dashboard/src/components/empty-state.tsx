import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What is not there. */
  title: string;
  /** Why, or when it will be. */
  text?: string;
  /** The next step. */
  children?: ReactNode;
}

/** Stands where nothing is: says what, why, and what to do next. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <Stack gap="xs" align="flex-start" className="empty-state" role="status">
      <Text fw={600}>{title}</Text>
      {text !== undefined && <Text>{text}</Text>}
      {children}
    </Stack>
  );
}
