import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { Clock } from '@attest/shared/api';
import { createApp } from '../src/create-app';
import { countRows, prepareDatabase } from '../src/data-source';
import { environmentFrom, type Environment } from '../src/environment';
import { Demonstration } from '../src/seed/demonstration';
import { Client } from './client';
import { changesAt, untold } from './told';

export const SECRET = 'a secret that only the tests know, of good length';

export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly environment: Environment;
  /** The administrator's connection: sees every row, for setting scenes and for looking behind the curtain. */
  readonly administrator: pg.Client;
  /** A browser of its own: remembers its cookie and its CSRF token. */
  client(): Client;
  /** What day it is, until said otherwise; without one, it is now again. */
  today(date?: string): void;
  stop(): Promise<void>;
}

export interface Options {
  /** Where to listen, when that has to be known before. */
  readonly port?: number;
  /** What else the environment says. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** With the demonstration partnership in it. */
  readonly demo?: boolean;
  /** Serves this web application too. */
  readonly webRoot?: string;
  /** The address people type. */
  readonly publicUrl?: string;
  /** How many proxies stand in front. */
  readonly proxies?: number;
}

/** The whole program on a database of its own. About a tenth of a second: the database is a copy of a prepared one. */
export async function startApi(options: Options = {}): Promise<RunningApi> {
  const environment = await freshEnvironment(options);
  const app = await createApp(environment);
  await app.listen(options.port ?? 0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const administrator = new pg.Client({ connectionString: environment.databaseUrl });
  await administrator.connect();
  const clock = app.get(Clock);
  const changes = changesAt(app.getHttpServer());
  return {
    app, url, environment, administrator,
    client: () => new Client(url),
    today: (date) => { clock.now = () => (date === undefined ? new Date() : new Date(`${date}T12:00:00Z`)); },
    stop: async () => {
      await app.close();
      const silent = await untold(changes, administrator);
      await administrator.end();
      if (silent.length > 0) throw new Error(`The trail does not tell of all that was changed:\n${silent.join('\n')}`);
    },
  };
}

/** An environment whose database nobody else uses. */
export async function freshEnvironment(options: Options = {}): Promise<Environment> {
  const copied = options.demo ? await once('attest_demonstration', demonstrated) : await once('attest_template', prepareDatabase);
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name} template ${copied}`));
  return environmentFor(name, options);
}

async function demonstrated(environment: Environment): Promise<void> {
  await prepareDatabase(environment);
  const app = await createApp(environment);
  await app.get(Demonstration, { strict: false }).load(() => {});
  await app.close();
  await countRows(environment);
}

/** A database to copy from, filled by the first spec file that wants it while the others wait. */
function once(name: string, fill: (environment: Environment) => Promise<void>): Promise<string> {
  return onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount === 1) return name;
    await client.query(`create database ${name}`);
    await fill(environmentFor(name, { demo: true }));
    await client.query(`alter database ${name} is_template true`);
    return name;
  });
}

function environmentFor(database: string, { demo = false, webRoot, publicUrl, proxies = 0, variables = {} }: Options): Environment {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return environmentFrom({ SECRET, DATABASE_URL: url.href, DEMO: demo ? 'on' : 'off', PORT: '0', WEB_ROOT: webRoot, PUBLIC_URL: publicUrl, TRUST_PROXY: String(proxies), ROLE: 'api', ...variables });
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('Run these tests with `npm test` or jest, which start PostgreSQL first.');
  return url;
}
