import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Can, refuseToBootUnsafely } from '@attest/shared/api';
import { AppModule } from '../src/app.module';
import { createApp } from '../src/create-app';
import { prepareDatabase } from '../src/data-source';
import { environmentFrom } from '../src/environment';
import { freshEnvironment } from './start-api';

@Controller('careless')
class CarelessController {
  @Get()
  read() {
    return 'anything';
  }

  @Post() @Can('session.own')
  write(@Body() body: object) {
    return body;
  }
}

describe('the program refuses to start', () => {
  let app: INestApplication | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  it('with a route that nobody said who may call, or a body without a shape', async () => {
    const environment = await freshEnvironment();
    @Module({ imports: [AppModule.with(environment)], controllers: [CarelessController] })
    class CarelessModule {}
    app = await NestFactory.create(CarelessModule, { logger: false, abortOnError: false });
    await app.init();
    await expect(refuseToBootUnsafely(app, app.get(DataSource))).rejects.toThrow(
      /GET careless \(CarelessController\.read\) has neither @Can nor @Public[\s\S]*POST careless \(CarelessController\.write\) takes a body without a validated shape/);
  });

  it.each([
    ['row-level security not forced', 'alter table app.answer no force row level security', /answer: row-level security is not enabled and forced/],
    ['row-level security off', 'alter table app.submission disable row level security', /submission: row-level security is not enabled and forced/],
    ['a table without a tenant', 'set role attest_owner; create table app.stray (id uuid primary key); alter table app.stray enable row level security, force row level security', /stray: no tenant column/],
    ['a table without a policy', 'drop policy tenant on app.template; ', /template: row-level security without a policy/],
    ['a policy that compares no partnership', 'create policy wide on app.round for select to attest_app using (state = \'open\')', /round: policy wide lets rows of other partnerships through/],
    ['a policy that compares the partnership, or else something', 'create policy wide on app.round to attest_app using (partnership_id = (select app.partnership()) or name = \'\')', /round: policy wide lets rows of other partnerships through/],
    ['a policy that lets anything in', 'create policy wide on app.round for insert to attest_app with check (true)', /round: policy wide lets rows of other partnerships through/],
    ['rows of organisations that all of a partnership may read', 'drop policy organisation on app.answer', /answer: rows of other organisations are not kept back/],
    ['rows of organisations that all of a partnership may write', 'alter policy organisation on app.rating with check (true)', /rating: rows of other organisations are not kept back/],
    ['a policy worked out row by row', 'create policy slow on app.round to attest_app using (partnership_id = app.partnership())', /round: policy slow calls a function outside a sub-select/],
    ['a policy for everybody', 'create policy open on app.round using (true)', /round: policy open is for everybody/],
    ['TRUNCATE granted', 'grant truncate on app.answer to attest_app', /answer: TRUNCATE granted to attest_app/],
    ['a foreign key across tenants', 'create unique index stray on app.round (id); alter table app.round_member add constraint crossing foreign key (round_id) references app.round (id)', /round_member: foreign key crossing crosses tenants/],
    ['a unique index across tenants', 'create unique index stray on app.round (name)', /round: unique index app\.stray tells one tenant about another/],
    ['a view with its owner’s eyes', 'create view app.everything as select * from app.answer', /everything: view without security_invoker/],
    ['a materialised view', 'create materialized view app.copied as select * from app.answer', /copied: materialised views cannot be guarded/],
    ['a function with an administrator’s rights', "create function app.sneak() returns bigint language sql security definer set search_path = '' as 'select count(*) from app.answer'", /app\.sneak\(\): runs with the rights of/],
    ['jobs that are the application’s own', 'alter table pgboss.queue owner to attest_app', /pgboss\.queue: belongs to the application/],
    ['a schema of jobs open to the application', 'grant create on schema pgboss to attest_app', /may make things in the schema pgboss/],
    ['a function with a loose search path', 'alter function app.visible_organisations() reset search_path', /visible_organisations\(\): definer function without a pinned search path/],
  ])('on %s', async (_, plant, fault) => {
    const environment = await freshEnvironment();
    const administrator = new pg.Client({ connectionString: environment.databaseUrl });
    await administrator.connect();
    await administrator.query(plant);
    await administrator.end();
    await expect(createApp(environment)).rejects.toThrow(fault);
  });
});

describe('without a demonstration', () => {
  it('the program does not start on a database that holds one', async () => {
    const environment = await freshEnvironment();
    const administrator = new pg.Client({ connectionString: environment.databaseUrl });
    await administrator.connect();
    await administrator.query("insert into app.person (id, email, name, password_hash, demonstration) values (gen_random_uuid(), 'dsl@demo.attest.example', 'Jamila Ahmed', '', true)");
    await administrator.end();
    await expect(prepareDatabase(environment)).rejects.toThrow('This database holds the demonstration, whose password everybody knows. Start it with DEMO=on');
    await expect(prepareDatabase({ ...environment, demo: true })).resolves.toBeUndefined();
  });
});

it('says what to check when its PostgreSQL does not answer', async () => {
  const nobody = environmentFrom({ SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://somebody@127.0.0.1:1/attest' });
  await expect(prepareDatabase(nobody)).rejects.toThrow(/^PostgreSQL cannot be used \(connect ECONNREFUSED .*\)\. Check that it runs, and the host, user and password in DATABASE_URL\.$/);
});

describe('the environment', () => {
  const UUID = '26785a09-ab16-4eb0-8407-a37497a57506';
  const good = { SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://somebody@localhost/attest' };

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a number from 0 to 65535; it is "http".'],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must begin with postgres://'],
    ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL is missing.'],
    ['a demonstration that is neither on nor off', { DEMO: 'yes' }, 'DEMO must be "on" or "off"; it is "yes".'],
    ['a short secret', { SECRET: 'short' }, 'SECRET must be set, with 32 characters or more'],
    ['a role that is none', { ROLE: 'web' }, 'ROLE must be "api", "worker" or "all"; it is "web".'],
    ['mail by a way there is not', { MAIL: 'pigeon' }, 'MAIL must be "smtp", "notify" or, in a demonstration, "outbox"; it is "pigeon".'],
    ['an outbox without a demonstration', { MAIL: 'outbox' }, 'MAIL=outbox shows everybody every message, so it is for a demonstration only.'],
    ['mail by SMTP without a server', { MAIL: 'smtp' }, 'SMTP_URL must be the address of the mail server when MAIL=smtp'],
    ['mail by SMTP from nobody', { MAIL: 'smtp', SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Attest' }, 'MAIL_FROM must be the address messages come from when MAIL=smtp, such as Attest <attest@example.org>; it is "Attest".'],
    ['mail by Notify without a key', { MAIL: 'notify' }, 'NOTIFY_API_KEY must be a whole key of GOV.UK Notify'],
    ['mail by Notify with a token that could be guessed', { MAIL: 'notify', NOTIFY_API_KEY: `attest-${UUID}-${UUID}`, NOTIFY_TEMPLATE_ID: UUID, NOTIFY_CALLBACK_TOKEN: 'short' }, 'NOTIFY_CALLBACK_TOKEN must have 32 characters or more.'],
    ['an address that is none', { PUBLIC_URL: 'attest' }, 'PUBLIC_URL must be an address such as https://attest.example.org; it is "attest".'],
    ['a security contact that is none', { SECURITY_CONTACT: 'security@example.org' }, 'SECURITY_CONTACT must be an address such as mailto:security@example.org or https://example.org/security; it is "security@example.org".'],
    ['proxies that are no number', { TRUST_PROXY: 'true' }, 'TRUST_PROXY must be the number of proxies in front of Attest, from 0 to 9; it is "true".'],
  ])('stops the start with a sentence: %s', (_, bad, sentence) => {
    expect(() => environmentFrom({ ...good, ...bad })).toThrow(sentence);
  });

  it('says how mail leaves: by the outbox in a demonstration, and elsewhere not before it is set up', () => {
    expect(environmentFrom({ ...good, DEMO: 'on' }).mail).toEqual({ by: 'outbox' });
    expect(environmentFrom(good).mail).toEqual({ by: 'nothing' });
    expect(environmentFrom({ ...good, MAIL: 'smtp', SMTP_URL: 'smtps://u:p@mail.example.org', MAIL_FROM: 'Attest <attest@example.org>' }).mail).toMatchObject({ by: 'smtp', from: 'Attest <attest@example.org>' });
  });

  const PROVIDER = { key: 'council', name: 'Council account', issuer: 'https://login.example.org', clientId: 'attest', clientSecret: 'shared', secondFactor: true };
  const providers = (...list: object[]) => environmentFrom({ ...good, PUBLIC_URL: 'https://attest.example.org', OIDC_PROVIDERS: JSON.stringify(list) }).providers;

  it.each<[string, object[], string]>([
    ['without a secret', [{ ...PROVIDER, clientSecret: undefined }], 'provider 1 has no "clientSecret".'],
    ['with a setting there is not', [{ ...PROVIDER, secret: 'x' }], 'provider 1 has "secret", which is not one of key, name,'],
    ['whose key cannot stand in an address', [{ ...PROVIDER, key: 'The Council' }], 'the key "The Council" may have small letters, digits and hyphens only'],
    ['twice', [PROVIDER, PROVIDER], 'the key "council" stands there twice.'],
    ['over plain HTTP', [{ ...PROVIDER, issuer: 'http://login.example.org' }], 'must be an address that begins with https://; it is "http://login.example.org".'],
    ['without openid', [{ ...PROVIDER, scopes: 'email' }], 'the scopes of "council" must hold openid.'],
    ['that does not say whether it asks for a second factor', [{ ...PROVIDER, secondFactor: 'yes' }], '"council" must say in "secondFactor"'],
    ['of every directory, trusted for a second factor', [{ ...PROVIDER, issuer: 'https://login.microsoftonline.com/organizations/v2.0' }], '"council" lets people of any directory in'],
    ['with a tenant that is none', [{ ...PROVIDER, tenant: 'contoso' }], 'the tenant of "council" must be the directory\'s identifier'],
  ])('stops the start for a provider %s', (_, list, sentence) => {
    expect(() => providers(...list)).toThrow(sentence);
  });

  it('stops the start for providers that are no list, or when nobody said the address they send people back to', () => {
    expect(() => environmentFrom({ ...good, PUBLIC_URL: 'https://attest.example.org', OIDC_PROVIDERS: 'council' })).toThrow('it is not a list in JSON such as [{"key":"council"');
    expect(() => environmentFrom({ ...good, OIDC_PROVIDERS: JSON.stringify([PROVIDER]) })).toThrow('OIDC_PROVIDERS needs PUBLIC_URL');
  });

  it('knows providers by what was said of them', () => {
    expect(providers(PROVIDER, { ...PROVIDER, key: 'here', issuer: 'http://localhost:4000', secondFactor: 'amr' })).toMatchObject([
      { key: 'council', scopes: 'openid profile email', secondFactor: true, tenant: null }, { key: 'here', secondFactor: 'amr' }]);
  });

  it('turns the demonstration off unless it is asked for', () => {
    expect(environmentFrom(good)).toMatchObject({ port: 3000, demo: false, webRoot: null });
  });
});
