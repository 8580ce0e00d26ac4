import { request, Agent } from 'node:http';
import { expect, it } from '@jest/globals';
import { startApi } from './start-api';

it('ends once the last request has been answered, and waits for nobody who keeps a connection for later', async () => {
  const api = await startApi();
  // without letting go of them, the program would wait until the test has been given up
  api.app.getHttpServer().keepAliveTimeout = 600_000;
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<number>((done, failed) => {
    const body = JSON.stringify({ email: 'nobody@school.example', password: 'a password that nobody has' });
    const sent = request(`${api.url}/api/session`, { agent, method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': body.length } }, (response) => response.resume().on('end', () => done(response.statusCode!)));
    sent.on('error', failed).end(body);
  });
  await new Promise((done) => api.app.getHttpServer().once('request', done));
  const stopped = api.stop();
  expect(await answered).toBe(401);
  await stopped;
  agent.destroy();
});
