import type { Sql } from '../sql';

/** Next running number of an application in its call. Held until the transaction ends, so that two submissions never get the same one. */
export async function nextApplicationNo(tx: Sql, callId: string): Promise<number> {
  await tx.query('INSERT INTO counter (name, value) VALUES ($1, 0) ON CONFLICT DO NOTHING', [counterOf(callId)]);
  const rows = await tx.query<{ value: number }[]>('SELECT value FROM counter WHERE name = $1 FOR UPDATE', [counterOf(callId)]);
  return (rows[0]?.value ?? 0) + 1;
}

/** Notes that a number was used, or was once; the counter never goes back. A refused submission leaves no gap. */
export async function storeApplicationNo(tx: Sql, callId: string, no: number): Promise<void> {
  await tx.query('INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = greatest(counter.value, $2)', [
    counterOf(callId),
    no,
  ]);
}

function counterOf(callId: string): string {
  return `application/${callId}`;
}
