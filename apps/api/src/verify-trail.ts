import { readFileSync } from 'node:fs';
import pg from 'pg';
import { verifyTrail, type Head } from './trail/verify';

/** `npm run verify-trail`: walks every chain of the trail; ends with 1 and the first broken link of each where one does not hold. */
async function main(): Promise<void> {
  const { DATABASE_URL: url, KEPT: keptFile } = process.env;
  if (!url) throw new Error('DATABASE_URL is missing. Set it to the database to verify, as its administrator.');
  const kept = keptFile ? keptIn(readFileSync(keptFile, 'utf8')) : [];
  const database = new pg.Client({ connectionString: url, application_name: 'attest verify-trail' });
  await database.connect();
  try {
    const started = performance.now();
    const { events, heads, broken } = await verifyTrail(database, kept);
    const seconds = (performance.now() - started) / 1000;
    for (const { partnershipId, seq, hash } of heads) console.log(`end ${partnershipId} ${seq} ${hash}`);
    for (const { partnershipId, seq, wrong } of broken) console.log(`BROKEN ${partnershipId} at event ${seq}: ${wrong}`);
    const whole = `${events.toLocaleString('en-GB')} events of ${heads.length} ${heads.length === 1 ? 'partnership' : 'partnerships'} in ${seconds.toFixed(1)} s (${Math.round(events / seconds).toLocaleString('en-GB')} a second)`;
    console.log(broken.length === 0 ? `${whole}: every link holds.` : `${whole}: ${broken.length} of ${heads.length} trails do not hold.`);
    process.exitCode = broken.length === 0 ? 0 : 1;
  } finally {
    await database.end();
  }
}

/** What this program printed before: its lines that begin with "end". */
function keptIn(text: string): Head[] {
  return text.split('\n').flatMap((line) => {
    const [, partnershipId, seq, hash] = line.trim().match(/^end ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/) ?? [];
    return partnershipId ? [{ partnershipId, seq: Number(seq), hash: hash! }] : [];
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
