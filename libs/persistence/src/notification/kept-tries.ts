/** So many tries of a mail are kept, the latest ones. */
const mostTries = 200;

/**
 * The tries of a mail with one more, as SQL. `row` names the outbox row, `said` an expression of what the server said. The oldest falls out when
 * there are too many: a fault of ours is tried every hour without end.
 */
export function withTry(row: string, said: string): string {
  const tries = `coalesce(${row}.result->'tries', '[]')`;
  return `(${tries} - CASE WHEN jsonb_array_length(${tries}) >= ${mostTries} THEN 0 ELSE ${mostTries} END)
    || jsonb_build_array(${said} || jsonb_build_object('at', to_jsonb(clock_timestamp())))`;
}
