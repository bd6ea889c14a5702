import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of one mail alone, which somebody has edited while it waited. */
export class OwnWords1763854300000 implements MigrationInterface {
  name = 'OwnWords1763854300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // { "zh-CN": { "act", "body": [] }, "en": … }; null: the words in force when it leaves.
    await queryRunner.query('ALTER TABLE outbox ADD COLUMN words jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE outbox DROP COLUMN words');
  }
}
