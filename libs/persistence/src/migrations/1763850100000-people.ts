import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organizations with their names, and standing roles. */
export class People1763850100000 implements MigrationInterface {
  name = 'People1763850100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        name_local text,
        kind text NOT NULL,
        country char(2) NOT NULL,
        in_yunnan boolean NOT NULL DEFAULT false,
        enterprise_capital text,
        operates_in text[] NOT NULL DEFAULT '{}',
        registration_no text,
        address_zh text,
        address_en text,
        mail_domains text[] NOT NULL DEFAULT '{}',
        excluded_from date,
        excluded_to date,
        excluded_reason text,
        rev integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE organization_alias (
        organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        text text NOT NULL,
        language text NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (organization_id, text)
      );
      -- Two organizations with almost the same name that must never be merged; stored once, smaller id first.
      CREATE TABLE organization_distinct_from (
        organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        other_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        PRIMARY KEY (organization_id, other_id),
        CHECK (organization_id < other_id)
      );
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        full_name text NOT NULL,
        latin_name text NOT NULL,
        address_as text NOT NULL,
        honorific text,
        position_zh text,
        position_en text,
        organization_id uuid REFERENCES organization (id),
        phone text,
        mail_language text NOT NULL DEFAULT 'en',
        country char(2) NOT NULL,
        zone text NOT NULL,
        in_yunnan boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        rev integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX person_organization ON person (organization_id);
      CREATE TABLE person_email (
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        address text NOT NULL,
        -- 1 is the primary address, then the alternates in order.
        rank smallint NOT NULL,
        bounced_at timestamptz,
        PRIMARY KEY (person_id, rank)
      );
      CREATE UNIQUE INDEX person_email_address ON person_email (lower(address));
      CREATE TABLE person_role (
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        role text NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, role)
      );
      CREATE INDEX person_role_role ON person_role (role, person_id);
      CREATE TABLE person_employer (
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization (id),
        from_on date NOT NULL,
        to_on date,
        PRIMARY KEY (person_id, organization_id, from_on)
      );
      CREATE TABLE expert_profile (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        fields text[] NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{}',
        capacity_per_call integer NOT NULL
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE expert_profile, person_employer, person_role, person_email, person,
        organization_distinct_from, organization_alias, organization;`);
  }
}
