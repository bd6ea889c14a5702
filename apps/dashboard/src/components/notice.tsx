import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something to know before going on; not an error. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice" role="note">
      <Text fw={600}>{title}</Text>
      {children}
    </div>
  );
}
