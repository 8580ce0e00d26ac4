// What is taken away: board packs and letters of some hundred returns, and the full data of a partnership and of all schools of
// England in each format. Seconds, rows a second, and the most memory that the program held meanwhile, beside what it holds when it
// does nothing. Each is made by a program that has just been started. The database stays: see `folderOf`.
import { rounded } from './figures.mjs';
import { planted } from './planted.mjs';

const [SOME, MANY] = [300, 1500];
/** However many returned. */
const MEGABYTES = 512;
const packs = ['findings', 'heatmap', 'distributions', 'trends', 'responses', 'method'];

export async function exports(scene, say) {
  const rows = [];
  const measure = async (name, email, round, wanted, limit) => {
    await scene.restart();
    const unit = await scene.signIn(email);
    const watch = scene.memory.watch();
    const made = await file(unit, { audience: 'qp', layer: 'moderated', filters: {}, reason: 'Bench', roundId: round.id, ...wanted });
    const { idle, peak, beside } = watch.over();
    const [{ seconds }, of] = [made, wanted.preset === 'full-data' ? 'rows' : 'returns'];
    const perSecond = Math.round((of === 'rows' ? round.answers : round.returns) / seconds);
    const megabytes = { idleMB: Math.round(idle), peakMB: Math.round(peak), aboveMB: Math.round(peak - idle), besideMB: Math.round(beside) };
    rows.push({ bench: 'exports', name, seconds: rounded(seconds, 1), limit, perSecond, ...megabytes, fileMB: rounded(made.bytes / 2 ** 20, 1), ratio: rounded(Math.max(seconds / limit, peak / MEGABYTES), 3) });
    say(`${name}: ${rounded(seconds, 1)} s, ${perSecond} ${of}/s, at most ${Math.round(peak)} MB (${Math.round(idle)} before) and ${Math.round(beside)} MB beside it, a file of ${rounded(made.bytes / 2 ** 20, 1)} MB`);
    return peak;
  };
  if (isAsked('papers')) await papers(scene, measure, say);
  for (const format of formats.filter(isAsked)) rows.push(await fullData(scene, measure, format, say));
  return rows;
}

/** `npm run bench -- exports csv` is about this alone. */
const formats = ['csv', 'xlsx', 'ods'];
const isAsked = (word) => process.argv.includes(word) || !['papers', ...formats].some((one) => process.argv.includes(one));

async function papers(scene, measure, say) {
  const [some, many] = [await planted(scene.database, SOME, say), await planted(scene.database, MANY, say)];
  const unit = 'unit@demo.attest.example';
  for (const [round, limit] of [[some, 20], [many, 60]]) {
    for (const format of ['docx', 'pdf']) await measure(`board-pack-of-${round.returns}.${format}`, unit, round, { preset: 'board-pack', contents: packs, format }, limit);
  }
  for (const format of ['docx', 'pdf']) await measure(`letters-to-${SOME}.${format}`, unit, some, { preset: 'letters', contents: [], format }, 60);
}

/** Of a partnership, and then of all schools of England. */
async function fullData(scene, measure, format, say) {
  const peaks = [];
  const counts = [];
  for (const name of ['one', 'national']) {
    const round = await generated(scene.database, name);
    counts.push(round.returns);
    peaks.push(await measure(`full-data-of-${round.returns}.${format}`, `quality-${name}@generated.attest.example`, round, { preset: 'full-data', contents: ['answers', 'words', 'method'], format }, 600));
  }
  const ratio = rounded(peaks[1] / peaks[0]);
  say(`${format}: the memory for ${counts[1]} returns is ${ratio} of that for ${counts[0]}`);
  return { bench: 'exports', name: `memory-of-${counts[1]}-beside-${counts[0]}.${format}`, peakMB: Math.round(peaks[1]), ofPartnershipMB: Math.round(peaks[0]), ratio };
}

/** The newest round of a generated partnership. */
async function generated(pool, name) {
  const { rows: [{ id, returns, answers }] } = await pool.query(`
    select r.id, count(*)::int as returns, (select count(*)::int from app.answer a join app.submission s on s.partnership_id = a.partnership_id and s.id = a.submission_id where s.round_id = r.id and s.state = 'submitted') as answers
    from app.round r join app.submission s on s.round_id = r.id where r.reference = $1 || ' Survey 2026' and s.state = 'submitted' group by r.id`, [name]);
  return { id, returns, answers };
}

async function file(unit, wanted) {
  const started = performance.now();
  const asked = await unit.send('POST', '/api/exports', wanted);
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  for (;;) {
    await new Promise((done) => setTimeout(done, 200));
    const { body } = await unit.send('GET', '/api/exports');
    const made = body.find(({ id }) => id === asked.body.id);
    if (made.state === 'ready') return { seconds: (performance.now() - started) / 1000, bytes: made.bytes };
    if (!['waiting', 'running'].includes(made.state)) throw new Error(`The file ${made.state}: ${made.problem}`);
  }
}
