import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, aPartnership, aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
const written: string[] = [];
const streams = [process.stdout, process.stderr];
const before = streams.map((stream) => stream.write);
beforeAll(async () => {
  for (const stream of streams) stream.write = (chunk: unknown) => written.push(String(chunk)) > 0;
  api = await startApi();
  await aPartnership(api);
});
afterAll(async () => {
  streams.forEach((stream, index) => { stream.write = before[index]!; });
  await api.stop();
});

describe('the log', () => {
  it('tells what happened and no secret, whatever goes wrong', async () => {
    const person = await aPerson(api, { role: 'business-unit' });
    const browser = await signedIn(api, person);
    const secrets = [PASSWORD, 'the guessed pass phrase', person.email, 'a.stranger@example.org', browser.cookie.split('=')[1]!, browser.csrfToken, browser.knownBrowser.split('=')[1]!, api.environment.appPassword];

    const thief = api.client();
    for (let index = 0; index < 12; index++) await thief.signIn('a.stranger@example.org', 'the guessed pass phrase');
    await thief.signIn(person.email, 'the guessed pass phrase');
    browser.csrfToken = 'the guessed pass phrase';
    expect(await browser.delete('/api/session')).toMatchObject({ status: 403 });
    expect(await thief.send('POST', '/api/session', `{"email": "${person.email}", "password": "${PASSWORD}`)).toMatchObject({ status: 400 });
    await api.administrator.query('alter function app.credentials_of(text) rename to credentials_gone');
    expect(await api.client().signIn(person.email, PASSWORD)).toMatchObject({ status: 500 });
    await api.administrator.query('alter function app.credentials_gone(text) rename to credentials_of');

    const log = written.join('');
    for (const secret of secrets) expect([secret, log.includes(secret)]).toEqual([secret, false]);
    expect(log).toMatch(/Security.*"address":"a…@example\.org"/);
    expect(log).toMatch(/Security.*"event":"limited","limit":"sign-in"/);
    expect(log).toMatch(/Problem.*credentials_of/);
  });

  it('tells the person nothing of the inside of the program', async () => {
    await api.administrator.query('alter function app.credentials_of(text) rename to credentials_gone');
    const { body } = await api.client().signIn('priya@example.org', PASSWORD);
    expect(body).toEqual({ type: 'urn:attest:problem:unexpected', title: 'Unexpected', status: 500, code: 'unexpected', detail: 'Something went wrong on our side. What you typed is still on this page: try again in a moment.' });
  });

  it('takes no line from outside for one of its own', async () => {
    const start = written.length;
    await api.client().get('/api/nothing%0A%1B[2J{"event":"forged"}');
    await api.client().signIn('x@example.org\n{"event":"forged"}', 'the guessed pass phrase');
    expect(written.slice(start).join('')).not.toContain('forged');
  });
});
