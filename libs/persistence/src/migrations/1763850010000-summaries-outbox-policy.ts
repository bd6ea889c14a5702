import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and boards read, what the mail desk and dispatch send, and the versioned data that rules are given. */
export class SummariesOutboxPolicy1763850010000 implements MigrationInterface {
  name = 'SummariesOutboxPolicy1763850010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE project_summary (
        id uuid PRIMARY KEY,
        rev integer NOT NULL,
        -- The project's reference, before it has one the application's.
        reference text,
        application_ref text,
        project_ref text,
        call_id uuid NOT NULL,
        call_code text NOT NULL,
        programme text NOT NULL,
        year integer NOT NULL,
        stage text NOT NULL,
        sub_state text NOT NULL,
        outcome text,
        closed boolean NOT NULL,
        held text,
        overlays text[] NOT NULL,
        host_country text,
        field_code text,
        type text,
        demonstration_centre text,
        rank integer,
        officer_id uuid,
        started_by uuid NOT NULL,
        lead_organization_id uuid,
        host_organization_id uuid,
        organization_ids uuid[] NOT NULL,
        contact_ids uuid[] NOT NULL,
        expert_ids uuid[] NOT NULL,
        -- The open deadline that ends first, and who owes what it asks.
        deadline_ladder text,
        deadline_object text,
        deadline_on date,
        deadline_ends_at timestamptz,
        deadline_zone text,
        owner_role text,
        owner_organization_id uuid,
        owner_person_id uuid,
        clock jsonb NOT NULL,
        room_id uuid,
        policy_version integer NOT NULL,
        since timestamptz NOT NULL,
        started_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX project_summary_order ON project_summary (updated_at DESC, id);
      CREATE INDEX project_summary_stage ON project_summary (stage, sub_state);
      CREATE INDEX project_summary_call ON project_summary (call_id, stage);
      CREATE INDEX project_summary_deadline ON project_summary (deadline_ends_at) WHERE deadline_ends_at IS NOT NULL;
      CREATE INDEX project_summary_officer ON project_summary (officer_id);
      CREATE INDEX project_summary_contacts ON project_summary USING gin (contact_ids);
      CREATE INDEX project_summary_experts ON project_summary USING gin (expert_ids);
      CREATE INDEX project_summary_alike ON project_summary (host_country, field_code);
      CREATE TABLE call_summary (
        id uuid PRIMARY KEY,
        rev integer NOT NULL,
        code text NOT NULL,
        programme text NOT NULL,
        year integer NOT NULL,
        sub_state text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        policy_version integer NOT NULL,
        applications integer NOT NULL,
        notice_ends_at timestamptz,
        announced_on date,
        deadline_ladder text,
        deadline_object text,
        deadline_on date,
        deadline_ends_at timestamptz,
        deadline_zone text,
        owner_role text,
        closed boolean NOT NULL,
        clock jsonb NOT NULL,
        room_id uuid,
        since timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX call_summary_code ON call_summary (code) WHERE room_id IS NULL;

      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        business_key text NOT NULL UNIQUE,
        person_id uuid NOT NULL,
        language text NOT NULL,
        class text NOT NULL,
        -- Of a digest: its day where the reader lives.
        local_date date,
        message_id text NOT NULL UNIQUE,
        address text,
        frozen jsonb,
        frozen_at timestamptz,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        result jsonb,
        sent_at timestamptz,
        room_id uuid,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX delivery_person ON delivery (person_id, created_at);
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('mail', 'command', 'webhook')),
        business_key text NOT NULL UNIQUE,
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        rev integer NOT NULL,
        seq integer NOT NULL,
        -- Of a command for another entity; the row's id is the command's id.
        target_kind text,
        target_id uuid,
        command jsonb,
        -- Of a mail.
        person_id uuid,
        role text,
        copy boolean NOT NULL DEFAULT false,
        notification text,
        class text,
        intent jsonb,
        shard text NOT NULL DEFAULT '0',
        -- Earliest instant it may leave: in the entity's own time, and on the wall; the latter is empty in rooms.
        send_after_virtual timestamptz NOT NULL,
        send_after timestamptz,
        state text NOT NULL DEFAULT 'created'
          CHECK (state IN ('created', 'claimed', 'sending', 'sent', 'failed', 'cancelled', 'held', 'uncertain')),
        claim_token uuid,
        claim_until timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz,
        result jsonb,
        delivery_id uuid REFERENCES delivery (id),
        room_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz
      );
      CREATE INDEX outbox_entity ON outbox (entity_kind, entity_id, rev, seq);
      CREATE INDEX outbox_due ON outbox (shard, send_after) WHERE kind = 'mail' AND state IN ('created', 'claimed', 'sending');
      CREATE INDEX outbox_room ON outbox (room_id, send_after_virtual) WHERE room_id IS NOT NULL AND state IN ('created', 'claimed', 'sending');
      CREATE INDEX outbox_commands ON outbox (entity_kind, entity_id, rev, seq) WHERE kind = 'command' AND state IN ('created', 'claimed', 'sending');
      CREATE INDEX outbox_delivery ON outbox (delivery_id) WHERE delivery_id IS NOT NULL;
      CREATE TABLE gate (
        -- Closed gates only: everything | rule | country | project, and which.
        scope text NOT NULL CHECK (scope IN ('everything', 'rule', 'country', 'project')),
        key text NOT NULL,
        closed_by uuid,
        closed_at timestamptz NOT NULL DEFAULT now(),
        reason text NOT NULL,
        PRIMARY KEY (scope, key)
      );

      CREATE TABLE policy_version (
        version integer PRIMARY KEY,
        name text NOT NULL,
        content jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        written_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz
      );
      CREATE TABLE country (
        code char(2) PRIMARY KEY,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        native_name text NOT NULL,
        language_tag text NOT NULL,
        zone text NOT NULL,
        currency char(3) NOT NULL
      );
      -- Raised with every change of a calendar: caches and replan ask for it.
      CREATE TABLE calendar_version (
        version integer PRIMARY KEY,
        note text NOT NULL,
        written_by uuid,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE calendar_year (
        country char(2) NOT NULL,
        year integer NOT NULL,
        version integer NOT NULL,
        source text,
        rev integer NOT NULL DEFAULT 1,
        PRIMARY KEY (country, year)
      );
      CREATE TABLE calendar_day (
        country char(2) NOT NULL,
        year integer NOT NULL,
        date date NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        status text NOT NULL,
        PRIMARY KEY (country, date, kind),
        FOREIGN KEY (country, year) REFERENCES calendar_year (country, year) ON DELETE CASCADE
      );
      CREATE TABLE rules_release (
        build integer NOT NULL,
        calendar_version integer NOT NULL,
        released_at timestamptz NOT NULL DEFAULT now(),
        -- Where replan stands: the last entity that was done; complete when finished_at is set.
        cursor_kind text,
        cursor_id uuid,
        finished_at timestamptz,
        PRIMARY KEY (build, calendar_version)
      );

      -- The time of an entity now; room_now is that of its room.
      CREATE FUNCTION virtual_now(clock jsonb, room_now timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT CASE clock->>'kind'
          WHEN 'conducted' THEN room_now
          WHEN 'rated' THEN (clock->>'anchorVirtual')::timestamptz
            + (clock_timestamp() - (clock->>'anchorReal')::timestamptz) * (clock->>'rate')::double precision
          ELSE clock_timestamp() END
      $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION virtual_now(jsonb, timestamptz);
      DROP TABLE rules_release, calendar_day, calendar_year, calendar_version, country, policy_version, gate, outbox, delivery,
        call_summary, project_summary;`);
  }
}
