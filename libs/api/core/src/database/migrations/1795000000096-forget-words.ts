import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words that nobody says any more go with the last message that had them. For that the index must be made once more:
 * only the indexer knows the token of a word.
 */
export class ForgetWords1795000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`TRUNCATE search_words, message_passages, search_progress`);
    await runner.query(`ALTER TABLE search_words ADD COLUMN token integer NOT NULL`);
    await runner.query(`CREATE INDEX search_words_token ON search_words (token)`);
    // How often words were removed: whoever remembers which ones are stored begins anew when it has changed.
    await runner.query(`CREATE TABLE search_vocabulary (generation bigint NOT NULL)`);
    await runner.query(`INSERT INTO search_vocabulary VALUES (1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_vocabulary`);
    await runner.query(`ALTER TABLE search_words DROP COLUMN token`);
  }
}
