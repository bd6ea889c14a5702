import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/** The page's heading, which also names the browser's tab and takes the focus when the page opens. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Gongfang`;
  }, [title]);
  return (
    <Title order={1} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
      {children ?? title}
    </Title>
  );
}
