import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig } from '@parley/api-core';
import { TestDatabase } from '@parley/api-testing';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';

describe('the database schema', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await TestDatabase.create();
    const config = AppConfig.fromEnv({
      DATABASE_URL: database.url,
      PUBLIC_URL: 'http://localhost:4200',
      JWT_SECRET: 'x'.repeat(32),
    });
    app = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] }).compile();
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('has a migration for every entity as it is', async () => {
    const { upQueries } = await app.get(DataSource).driver.createSchemaBuilder().log();

    // CHECKs are written in the migrations alone: they are about values, which entities do not describe.
    const differences = upQueries.map(({ query }) => query).filter((query) => !query.endsWith('_check"'));
    expect(differences).toEqual([]);
  });

  it('can be taken back, migration by migration, and made again', async () => {
    const { source } = database;
    const applied = await source.query<unknown[]>('SELECT * FROM migrations');

    for (const _ of applied) {
      await source.undoLastMigration();
    }

    expect(await source.runMigrations()).toHaveLength(applied.length);
  });
});
