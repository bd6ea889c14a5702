import type { Sql } from '../sql';

/** Failed attempts that cost nothing; each further one doubles the wait. Nobody is locked out for good. */
const freeFailures = 5;
const longestWaitSeconds = 900;

/** Seconds until another attempt is taken for any of these keys (an account, a network prefix); 0 when one may be made now. */
export async function signInWaitSeconds(db: Sql, keys: string[]): Promise<number> {
  const rows = await db.query<{ wait: number }[]>(
    `SELECT coalesce(ceil(extract(epoch FROM max(blocked_until) - clock_timestamp())), 0)::int AS wait
       FROM sign_in_throttle WHERE key = ANY($1)`,
    [keys],
  );
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** Notes a failed attempt and lengthens the wait of its keys; an hour without failures forgets them. */
export async function noteSignInFailure(db: Sql, keys: string[]): Promise<void> {
  for (const key of keys) {
    await db.query(
      `INSERT INTO sign_in_throttle AS t (key, failures, last_at, blocked_until) VALUES ($1, 1, now(), now())
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.last_at < now() - interval '1 hour' THEN 1 ELSE t.failures + 1 END,
         last_at = now(),
         blocked_until = CASE WHEN t.last_at < now() - interval '1 hour' OR t.failures + 1 < $2 THEN now()
           ELSE now() + make_interval(secs => least($3, 2 ^ least(t.failures + 1 - $2, 20))) END`,
      [key, freeFailures, longestWaitSeconds],
    );
  }
}

/** Forgets the failures of an account after a sign-in that worked. */
export async function clearSignInFailures(db: Sql, key: string): Promise<void> {
  await db.query('DELETE FROM sign_in_throttle WHERE key = $1', [key]);
}
