import { Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';

interface PartProps<T> {
  id: string;
  title: string;
  text?: string;
  reading: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** One part of the call page with its own reading: what was read stays while it is read again, and a fault concerns this part only. */
export function Part<T>({ id, title, text, reading, children }: PartProps<T>) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mb="sm" maw={720}>
          {text}
        </Text>
      )}
      {reading.isPending && <Loading />}
      {reading.isError && <ProblemPanel error={reading.error} onRetry={() => void reading.refetch()} />}
      {reading.data !== undefined && children(reading.data)}
    </section>
  );
}
