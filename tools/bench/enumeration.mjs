// Whether the time of a refused sign-in tells that an address is known: so many tries at known and unknown addresses in turn.
import { Caller } from './caller.mjs';
import { median, rounded } from './figures.mjs';

const TRIES = 500;
const LIMIT = 2;

export async function enumeration(scene) {
  const caller = new Caller(scene.url);
  const { rows: [person] } = await scene.database.query("select password_hash from app.person where demonstration limit 1");
  const emails = Array.from({ length: TRIES }, (_, index) => ({ known: `known-${index}@bench.attest.example`, unknown: `other-${index}@bench.attest.example` }));
  for (const { known } of emails) {
    await scene.database.query('insert into app.person (id, email, name, password_hash, demonstration) values (gen_random_uuid(), $1, $1, $2, true)', [known, person.password_hash]);
  }
  const times = { known: [], unknown: [] };
  const bodies = new Set();
  for (const [index, pair] of emails.entries()) {
    // what is counted per address would stop this after a hundred
    await scene.database.query('delete from app.attempt');
    for (const which of index % 2 ? ['known', 'unknown'] : ['unknown', 'known']) {
      const started = performance.now();
      const { status, body } = await caller.send('POST', '/api/session', { email: pair[which], password: 'three noisy herons by the weir' });
      times[which].push(performance.now() - started);
      bodies.add(`${status} ${JSON.stringify(body)}`);
    }
  }
  caller.close();
  const [known, unknown] = [median(times.known), median(times.unknown)];
  return [{
    bench: 'enumeration', name: 'refused sign-in, known and unknown address', tries: TRIES, known: rounded(known), unknown: rounded(unknown),
    gap: rounded(Math.abs(known - unknown)), limit: LIMIT, ratio: rounded(Math.abs(known - unknown) / LIMIT), answers: bodies.size,
  }];
}
