import { Paper, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A row of names and values; one without a value is left out. */
export type AnswerRow = [name: string, value: ReactNode];

/** A titled list of names and values. Nothing where no value is known. */
export function Answers({ title, rows }: { title: string; rows: AnswerRow[] }) {
  const known = rows.filter(([, value]) => value !== undefined && value !== null);
  if (known.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={3} mb="xs">
        {title}
      </Title>
      <Table variant="vertical" className="answers">
        <Table.Tbody>
          {known.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
