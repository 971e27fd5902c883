import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What searching needs. Nothing of it is written together with a message: a search index that is part of `messages`
 * would make every message dearer. Messages that are there already are taken in by the indexer (docs/search.md).
 */
export class CreateSearch1795000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Up to which change of a room the index knows it.
    await runner.query(`
      CREATE TABLE search_progress (
        room_id uuid PRIMARY KEY REFERENCES rooms ON DELETE CASCADE,
        indexed_change bigint NOT NULL DEFAULT 0
      )`);
    // 32 messages that follow each other, as the set of what is in them.
    await runner.query(`
      CREATE TABLE message_passages (
        room_id uuid REFERENCES search_progress ON DELETE CASCADE,
        number bigint,
        first_at timestamptz(3) NOT NULL,
        last_at timestamptz(3) NOT NULL,
        tokens integer[] NOT NULL,
        PRIMARY KEY (room_id, number)
      )`);
    await runner.query(`CREATE INDEX message_passages_last_at ON message_passages (last_at)`);
    // What is new is kept in a list that each search reads: a short one.
    await runner.query(`
      CREATE INDEX message_passages_tokens ON message_passages USING gin (tokens)
      WITH (gin_pending_list_limit = 512)`);
    await runner.query(`CREATE TABLE search_words (word text PRIMARY KEY)`);
    await runner.query(`
      CREATE INDEX search_words_parts ON search_words USING gin (word gin_trgm_ops)
      WITH (gin_pending_list_limit = 256)`);
    await this.createNames(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX rooms_names, users_names`);
    await runner.query(`DROP FUNCTION search_pattern, search_folded`);
    await runner.query(`DROP TABLE search_words, message_passages, search_progress`);
  }

  /** Names are compared without case and accents, as the texts of messages are. */
  private async createNames(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE FUNCTION search_folded(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN regexp_replace(
        translate(
          replace(replace(replace(normalize(lower(name), NFKD), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
          'øđðłı', 'oddli'
        ),
        '[\u0300-\u036F]', '', 'g'
      )`);
    await runner.query(String.raw`
      CREATE FUNCTION search_pattern(part text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN '%' || regexp_replace(search_folded(part), '([\\%_])', '\\\1', 'g') || '%'`);
    await runner.query(`
      CREATE INDEX users_names ON users USING gin (search_folded(username || ' ' || display_name) gin_trgm_ops)`);
    await runner.query(`
      CREATE INDEX rooms_names ON rooms USING gin (search_folded(name || ' ' || topic) gin_trgm_ops)`);
  }
}
