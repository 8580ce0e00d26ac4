import 'reflect-metadata';
import { createApp } from './create-app';
import { countRows, prepareDatabase } from './data-source';
import { environmentFrom } from './environment';
import { Demonstration } from './seed/demonstration';

/** Started by `tools/start.mjs` on a laptop and by the container elsewhere; says "ready" with its address on one line. */
async function main(): Promise<void> {
  const environment = environmentFrom(process.env);
  await prepareDatabase(environment);
  const app = await createApp(environment);
  app.enableShutdownHooks();
  if (environment.demo && await app.get(Demonstration, { strict: false }).load((line) => console.log(line))) await countRows(environment);
  if (environment.mail.by === 'nothing') console.log('Mail is not set up: what is to be sent waits until MAIL says how (see README).');
  await app.listen(environment.port, environment.host).catch((cause: Error) => {
    throw new Error(`HOST must be an address of this machine whose PORT is free; ${environment.host} with ${environment.port} is not (${cause.message}).`);
  });
  console.log(`ready ${await app.getUrl()}`);
  // started by another program that has gone: nobody is left to stop us
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
