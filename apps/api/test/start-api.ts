import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { Clock } from '@attest/shared/api';
import { createApp } from '../src/create-app';
import { prepareDatabase } from '../src/data-source';
import { environmentFrom, type Environment } from '../src/environment';
import { Client } from './client';

const SECRET = 'a secret that only the tests know, of good length';

export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** The administrator's connection: sees every row, for setting scenes and for looking behind the curtain. */
  readonly administrator: pg.Client;
  /** A browser of its own: remembers its cookie and its CSRF token. */
  client(): Client;
  /** What day it is, until said otherwise. */
  today(date: string): void;
  stop(): Promise<void>;
}

/** The whole program on a database of its own. About a tenth of a second: the database is a copy of a migrated one. */
export async function startApi(options: { readonly demo?: boolean; readonly webRoot?: string; readonly migrated?: boolean } = {}): Promise<RunningApi> {
  const environment = await freshEnvironment(options);
  const app = await createApp(environment);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const administrator = new pg.Client({ connectionString: environment.databaseUrl });
  await administrator.connect();
  const clock = app.get(Clock);
  return {
    app, url, administrator,
    client: () => new Client(url),
    today: (date) => { clock.now = () => new Date(`${date}T12:00:00Z`); },
    stop: async () => {
      await app.close();
      await administrator.end();
    },
  };
}

/** An environment whose database nobody else uses. */
export async function freshEnvironment({ demo = false, webRoot }: { readonly demo?: boolean; readonly webRoot?: string } = {}): Promise<Environment> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('Run these tests with `npm test` or jest, which start PostgreSQL first.');
  await onServer(server, migrateTemplateOnce);
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (client) => client.query(`create database ${name} template attest_template`));
  return environmentFor(server, name, { demo, webRoot });
}

function environmentFor(server: string, database: string, { demo = false, webRoot }: { readonly demo?: boolean; readonly webRoot?: string }): Environment {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return environmentFrom({ SECRET, DATABASE_URL: url.href, DEMO: demo ? 'on' : 'off', PORT: '0', WEB_ROOT: webRoot });
}

async function migrateTemplateOnce(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock(hashtext('attest template'))");
  const { rowCount } = await client.query("select from pg_database where datname = 'attest_template' and datistemplate");
  if (rowCount === 1) return;
  await client.query('create database attest_template');
  await prepareDatabase(environmentFor(process.env['TEST_DATABASE_URL']!, 'attest_template', {}));
  await client.query('alter database attest_template is_template true');
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
