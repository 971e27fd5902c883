import { AppConfig, EmbeddedPostgres, openSecrets, type Settings } from '@parley/api-core';

/** What the server needs before it can start: its complete settings, and the database that it brings along. */
export interface Resources {
  config: AppConfig;
  postgres?: EmbeddedPostgres;
}

/** Whoever gives both, a database and a secret, keeps nothing in the data folder. */
export async function openResources(settings: Settings): Promise<Resources> {
  const { DATA_DIR, DATABASE_URL, JWT_SECRET } = settings;
  if (DATABASE_URL !== undefined && JWT_SECRET !== undefined) {
    return { config: AppConfig.fromEnv() };
  }
  const secrets = await openSecrets(DATA_DIR);
  const postgres =
    DATABASE_URL === undefined ? await EmbeddedPostgres.start(DATA_DIR, secrets.databasePassword) : undefined;
  const config = AppConfig.fromEnv(undefined, {
    DATABASE_URL: DATABASE_URL ?? postgres?.url,
    JWT_SECRET: JWT_SECRET ?? secrets.jwtSecret,
  });
  return { config, postgres };
}
