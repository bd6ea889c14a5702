import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archived runs stand in a chain, as entries of a ledger do: whoever changes, removes or slips in one breaks it. The database links each, whoever writes it. */
export class ArchiveChain1763854600000 implements MigrationInterface {
  name = 'ArchiveChain1763854600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE archived_run ADD COLUMN seq bigint UNIQUE, ADD COLUMN previous_hash char(64), ADD COLUMN hash char(64);
      CREATE FUNCTION archived_run_hash(previous text, r archived_run) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT encode(sha256(convert_to(concat_ws(E'\\n', previous, r.seq, r.run_id, r.workflow_id, r.workflow_type, r.status,
          to_char(r.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_char(r.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          r.events, r.sha256), 'UTF8')), 'hex')
      $$;
      CREATE FUNCTION archived_run_chain() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last archived_run;
      BEGIN
        PERFORM pg_advisory_xact_lock(1763854600);
        SELECT * INTO last FROM archived_run WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1;
        NEW.seq := coalesce(last.seq, 0) + 1;
        NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
        NEW.hash := archived_run_hash(NEW.previous_hash, NEW);
        RETURN NEW;
      END $$;
      DO $$
      DECLARE one archived_run; previous text := repeat('0', 64); place bigint := 0;
      BEGIN
        FOR one IN SELECT * FROM archived_run ORDER BY archived_at, run_id LOOP
          place := place + 1;
          one.seq := place;
          UPDATE archived_run SET seq = place, previous_hash = previous, hash = archived_run_hash(previous, one) WHERE run_id = one.run_id RETURNING hash INTO previous;
        END LOOP;
      END $$;
      ALTER TABLE archived_run ALTER COLUMN seq SET NOT NULL, ALTER COLUMN previous_hash SET NOT NULL, ALTER COLUMN hash SET NOT NULL;
      CREATE TRIGGER archived_run_chain BEFORE INSERT ON archived_run FOR EACH ROW EXECUTE FUNCTION archived_run_chain();`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER archived_run_chain ON archived_run;
      DROP FUNCTION archived_run_chain();
      DROP FUNCTION archived_run_hash(text, archived_run);
      ALTER TABLE archived_run DROP COLUMN seq, DROP COLUMN previous_hash, DROP COLUMN hash;`);
  }
}
