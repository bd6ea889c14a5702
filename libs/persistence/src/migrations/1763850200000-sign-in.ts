import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, tokens and action links. Of every secret only a hash is kept. */
export class SignIn1763850200000 implements MigrationInterface {
  name = 'SignIn1763850200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        sign_in text NOT NULL,
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX account_sign_in ON account (lower(sign_in));
      -- Failed attempts per account and per network prefix; survives a restart of the API.
      CREATE TABLE sign_in_throttle (
        key text PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
      );
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text
      );
      CREATE INDEX session_person ON session (person_id);
      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        name text NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_person ON api_token (person_id);
      CREATE TABLE action_link (
        token_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        command_type text NOT NULL,
        -- What of the command the link fixes: the proposal, the milestone, the year.
        payload jsonb NOT NULL DEFAULT '{}',
        -- Id of the command the link carries out, so that a doubled click acts once.
        command_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX action_link_entity ON action_link (entity_kind, entity_id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE action_link, api_token, session, sign_in_throttle, account;');
  }
}
