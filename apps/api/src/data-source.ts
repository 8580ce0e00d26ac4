import type { EventEmitter } from 'node:events';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { installJobs } from '@attest/shared/api';
import type { Environment } from './environment';
import { RolesAndContext0001 } from './migrations/0001-roles-and-context';
import { People0002 } from './migrations/0002-people';
import { TemplatesAndRounds0003 } from './migrations/0003-templates-and-rounds';
import { Submissions0004 } from './migrations/0004-submissions';
import { Mail0005 } from './migrations/0005-mail';
import { Trail0006 } from './migrations/0006-trail';
import { Identity0007 } from './migrations/0007-identity';
import { Invitations0008 } from './migrations/0008-invitations';
import { Limits0009 } from './migrations/0009-limits';
import { PasskeysAndProviders0010 } from './migrations/0010-passkeys-and-providers';
import { Authoring0012 } from './migrations/0012-authoring';
import { PlacesOfNames0013 } from './migrations/0013-places-of-names';
import { Records0013 } from './migrations/0013-records';
import { TemplateImports0014 } from './migrations/0014-template-imports';
import { CarryOver0015 } from './migrations/0015-carry-over';
import { Recalculation0016 } from './migrations/0016-recalculation';
import { NothingTypedIsLost0017 } from './migrations/0017-nothing-typed-is-lost';
import { Evidence0018 } from './migrations/0018-evidence';
import { SigningOff0019 } from './migrations/0019-signing-off';
import { Comments0020 } from './migrations/0020-comments';
import { Preferences0020 } from './migrations/0020-preferences';
import { Presence0020 } from './migrations/0020-presence';
import { Sharing0020 } from './migrations/0020-sharing';
import { Memory0021 } from './migrations/0021-memory';
import { Actions0022 } from './migrations/0022-actions';
import { Guests0023 } from './migrations/0023-guests';
import { CarriedArrangements0024 } from './migrations/0024-carried-arrangements';
import { CarriedGuestLinks0024 } from './migrations/0024-carried-guest-links';
import { HistoryOfAnswers0024 } from './migrations/0024-history-of-answers';
import { Rollups0025 } from './migrations/0025-rollups';
import { Releases0027 } from './migrations/0027-releases';
import { Findings0028 } from './migrations/0028-findings';
import { Themes0028 } from './migrations/0028-themes';
import { Exports0029 } from './migrations/0029-exports';
import { AccessTokens0030 } from './migrations/0030-access-tokens';
import { WordTemplate0031 } from './migrations/0031-word-template';
import { JointRounds0032 } from './migrations/0032-joint-rounds';
import { JointFunctions0033 } from './migrations/0033-joint-functions';
import { NoPeersOnTheSpot0034 } from './migrations/0034-no-peers-on-the-spot';
import { FewOfMany0035 } from './migrations/0035-few-of-many';
import { ShortReading0035 } from './migrations/0035-short-reading';
import { PracticeForRespondents0037 } from './migrations/0037-practice-for-respondents';

const migrations = [RolesAndContext0001, People0002, TemplatesAndRounds0003, Submissions0004, Mail0005, Trail0006, Identity0007, Invitations0008, Limits0009, PasskeysAndProviders0010, Authoring0012, Records0013, PlacesOfNames0013, TemplateImports0014, CarryOver0015, Recalculation0016, NothingTypedIsLost0017, Evidence0018, SigningOff0019, Sharing0020, Preferences0020, Comments0020, Presence0020, Memory0021, Actions0022, Guests0023, HistoryOfAnswers0024, CarriedArrangements0024, CarriedGuestLinks0024, Rollups0025, Releases0027, Findings0028, Themes0028, Exports0029, AccessTokens0030, WordTemplate0031, JointRounds0032, JointFunctions0033, NoPeersOnTheSpot0034, ShortReading0035, FewOfMany0035, PracticeForRespondents0037];

/** How requests connect: as the role that owns nothing. */
export function applicationConnection(environment: Environment): DataSourceOptions {
  return {
    type: 'postgres',
    url: applicationUrl(environment),
    extra: { max: 10, statement_timeout: 10_000, connectionTimeoutMillis: 10_000, application_name: 'attest', onConnect: surviveItsEnd },
  };
}

export function applicationUrl({ databaseUrl, appPassword }: Pick<Environment, 'databaseUrl' | 'appPassword'>): string {
  const url = new URL(databaseUrl);
  url.username = 'attest_app';
  url.password = appPassword;
  return url.href;
}

/**
 * PostgreSQL may end a connection in the moment in which the pool no longer listens to it and TypeORM does not yet: nobody
 * listening would end the whole program. Whoever uses it next is told that it is gone.
 */
const surviveItsEnd = (client: EventEmitter) => { client.on('error', () => {}); };

/** Brings the database up to this version of the program and lets the application's role in. Safe to repeat. */
export function prepareDatabase(environment: Environment): Promise<void> {
  const { appPassword, signingKey, demo } = environment;
  return asAdministrator(environment, async (administrator) => {
    await administrator.query("select pg_advisory_lock(hashtext('attest migrations'))");
    await administrator.runMigrations();
    await installJobs(environment.databaseUrl, administrator);
    if (!demo) await refuseDemonstration(administrator);
    // hex, so that it can stand in a statement that takes no parameters
    await administrator.query(`alter role attest_app login password '${appPassword}'`);
    await administrator.query('set role attest_scope');
    await administrator.query(
      `insert into app.signing_key (id, inner_pad, outer_pad) values (1, $1, $2)
       on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`, [padded(signingKey, 0x36), padded(signingKey, 0x5c)]);
  });
}

/** Everybody knows the password of the demonstration's accounts, so where there is no demonstration they may not exist. */
async function refuseDemonstration(administrator: DataSource): Promise<void> {
  const [{ found }] = await administrator.query('select exists (select from app.person where demonstration) as found');
  if (found) throw new Error('This database holds the demonstration, whose password everybody knows. Start it with DEMO=on, or choose another database: DATA_DIR=/some/folder DEMO=off npm start');
}

/** Tells PostgreSQL's planner what has just been loaded, which it would otherwise find out by itself a minute later. */
export function countRows(environment: Environment): Promise<void> {
  return asAdministrator(environment, async (administrator) => { await administrator.query('analyze'); });
}

async function asAdministrator({ databaseUrl }: Environment, work: (administrator: DataSource) => Promise<void>): Promise<void> {
  const administrator = new DataSource({ type: 'postgres', url: databaseUrl, migrations, migrationsTransactionMode: 'each', extra: { max: 1 } });
  await administrator.initialize().catch((cause: Error & { code?: string }) => {
    throw new Error(`PostgreSQL cannot be used (${cause.message || cause.code}). Check that it runs, and the host, user and password in DATABASE_URL.`);
  });
  try {
    await work(administrator);
  } finally {
    await administrator.destroy();
  }
}

/** The key as HMAC-SHA-256 uses it, to its block of 64 bytes (RFC 2104, section 2). */
const padded = (key: Buffer, pad: number) => Buffer.from(Array.from({ length: 64 }, (_, index) => (key[index] ?? 0) ^ pad));
