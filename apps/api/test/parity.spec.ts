import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readOds } from 'hucre/ods';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { hashOf } from '@attest/shared/api';
import { plainOpenDocument } from '../../../libs/shared/api/src/workbook/plain-open-document';
import type { Any } from './any';
import type { Client } from './client';
import { bytesOf, madeBy } from './export-scenes';
import { generatedRounds, plant, type PlantedRound } from './generated-rounds';
import { unescaped, wordIn } from './paper-reading';
import { allTagged, readPdf, type Tagged } from './pdf-reader';
import { aPartnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { unzipped } from './unzipped';

type Row = Record<string, string>;

const ROUNDS = 120;
/** Of these, files are made, opened and read back as well. */
const IN_FILES = 3;

/** A number is one number, wherever it is read: on each screen, through the API, and in each file. */
describe(`every figure of ${ROUNDS} rounds by chance`, () => {
  const seed = Date.now() % 1_000_000;
  let api: RunningApi;
  let unit: Client;
  let rounds: PlantedRound[];
  const token = `attest_${randomBytes(32).toString('base64url')}`;
  beforeAll(async () => {
    api = await startApi({ variables: { ROLE: 'all' } });
    const here = await aPartnership(api);
    unit = here.businessUnit;
    await api.administrator.query(`insert into app.access_token (partnership_id, id, person_id, name, token_hash, made_at, expires_at)
      select $1, gen_random_uuid(), person_id, 'Parity', $2, now(), now() + interval '1 day' from app.membership where role = 'business-unit'`, [here.id, hashOf(token)]);
    rounds = await plant(api, here, fc.sample(generatedRounds, { numRuns: ROUNDS, seed }));
  }, 120_000);
  afterAll(() => api.stop());

  const screen = async (round: PlantedRound, path: string): Promise<Any> => (await unit.get(`/api/rounds/${round.id}/${path}`)).body;
  const table = async (round: PlantedRound, name: string): Promise<Row[]> => {
    // no person asks for so many at once
    await api.administrator.query('delete from app.attempt');
    const answer = await fetch(`${api.url}/api/analysis/${name}.csv?roundId=${round.id}`, { headers: { authorization: `Bearer ${token}` } });
    return parse(await answer.text(), { bom: true, columns: true });
  };
  /** Nothing is made of a round that asks nobody. */
  const inFiles = () => rounds.filter(({ returns }) => returns.some(({ exempt }) => !exempt)).slice(0, IN_FILES);
  const each = async (some: readonly PlantedRound[], look: (round: PlantedRound) => Promise<void>) => {
    for (const [at, round] of some.entries()) await look(round).catch((cause: Error) => { throw new Error(`Round ${at} of seed ${seed}: ${cause.message}`, { cause }); });
  };

  it('is the same on the screens and through the API', () => each(rounds, async (round) => {
    const [heatmap, rates, ratings, measures, answers] = [await screen(round, 'heatmap?sort=name'), await screen(round, 'response-rates'), await table(round, 'ratings'), await table(round, 'measures'), await table(round, 'answers')];
    const questions: Any[] = [];
    for (const section of round.template.sections) questions.push(...(await screen(round, `standards/${section.key}`)).questions.map((one: Any, at: number) => ({ ...one, key: section.questions[at]!.key })));
    expect(figuresIn(measures)).toEqual(figuresOn(heatmap, rates, questions));
    expect(ratings.map((row) => [row['organisation_id'], row['standard_key'], row['state'], row['level_key'], row['self_level_key'], row['last_level_key'], row['movement']])).toEqual(ratingsOn(heatmap));
    for (const { key, distribution } of questions) {
      const told = answers.filter((row) => row['question_key'] === key && row['state'] === 'answered' && row['level_key'] !== '');
      const counts = Object.fromEntries(Object.keys(distribution.counts).map((level) => [level, told.filter((row) => row['level_key'] === level).length]));
      expect([key, counts]).toEqual([key, distribution.counts]);
    }
  }), 120_000);

  it('is the same in CSV, Excel and OpenDocument files that are opened and read back', () => each(inFiles(), async (round) => {
    const wanted = { preset: 'full-data', contents: ['answers', 'words', 'method'], layer: 'both', roundId: round.id };
    const csv = unzipped(await bytesOf(unit, await madeBy(unit, { ...wanted, format: 'csv' })));
    const xlsx = await readXlsx(new Uint8Array(await bytesOf(unit, await madeBy(unit, { ...wanted, format: 'xlsx' }))));
    const ods = await readOds(new Uint8Array(await plainOpenDocument(await bytesOf(unit, await madeBy(unit, { ...wanted, format: 'ods' })))));
    for (const name of ['ratings', 'measures'] as const) {
      const expected = timeless(await table(round, name));
      expect(timeless(parse(csv.get(`${name}.csv`)!, { bom: true, columns: true }))).toEqual(expected);
      for (const file of [xlsx, ods]) expect(timeless(sheetOf(file, name))).toEqual(expected);
    }
    for (const file of [xlsx, ods]) expect(sheetOf(file, 'answers')).toHaveLength((await table(round, 'answers')).length);
  }), 180_000);

  it('is the same in a board pack, for Word and as PDF', () => each(inFiles(), async (round) => {
    const wanted = { preset: 'board-pack', contents: ['heatmap', 'distributions', 'trends', 'responses'], layer: 'both', roundId: round.id };
    const [heatmap, rates] = [await screen(round, 'heatmap?sort=name'), await screen(round, 'response-rates')];
    const { document, paragraphs } = wordIn(await bytesOf(unit, await madeBy(unit, { ...wanted, format: 'docx' })));
    const after = (text: string, from = 0) => paragraphs.indexOf(text, from) + 1;
    const shown = (percent: number | null) => (percent === null ? '[x]' : `${percent}%`);
    const counted = after('Each standard: how many organisations');
    for (const { ref, title, counts, base, notAsked, percentMeets } of heatmap.standards) {
      const at = after(`${ref} ${title}`.replace(/\s+/g, ' ').trim() === '' ? ref : `${ref} ${title}`, counted);
      expect(paragraphs.slice(at, at + heatmap.levels.length + 3)).toEqual([...heatmap.levels.map(({ key }: Any) => `${counts[key] ?? 0}`), `${base}`, `${notAsked}`, shown(percentMeets)]);
    }
    const total = after(rates.total.label, after('Organisations asked and returned'));
    expect(paragraphs.slice(total, total + 4)).toEqual(['All', `${rates.total.submitted}`, `${rates.total.denominator}`, shown(rates.total.percent)]);
    const { tree } = readPdf(await bytesOf(unit, await madeBy(unit, { ...wanted, format: 'pdf' })));
    const tables = tablesIn(tree);
    // cell by cell what Word says, in the same order
    expect(tables.flatMap(({ cells }) => cells).flat().map(unbroken)).toEqual(cellsIn(document).map(unbroken));
    // and every number what the screens say
    const breakdowns = [['All', [rates.total]], ['Area', rates.byArea], ['Phase or sector', rates.byGroup], ['Type', rates.byType]] as [string, Any[]][];
    expect(tables.find(({ caption }) => caption === solid('Organisations asked and returned'))!.cells.slice(1)).toEqual(
      breakdowns.flatMap(([by, rows]) => rows.map(({ label, submitted, denominator, percent }) => [label, by, `${submitted}`, `${denominator}`, shown(percent)].map(solid))));
    expect(tables.find(({ caption }) => caption === solid('Each standard: how many organisations'))!.cells.slice(1).map(([, ...figures]) => figures)).toEqual(
      heatmap.standards.map(({ counts, base, notAsked, percentMeets }: Any) => [...heatmap.levels.map(({ key }: Any) => `${counts[key] ?? 0}`), `${base}`, `${notAsked}`, shown(percentMeets)]));
    const lettered = (level: Any) => heatmap.levels.find(({ key }: Any) => key === level)?.letter;
    expect(tables.find(({ caption }) => caption === solid('Each organisation that returned, standard by standard'))!.cells.slice(1).map(([name, , ...cells]) => [name, ...cells])).toEqual(
      heatmap.rows.filter(({ returned }: Any) => returned).map(({ name, cells }: Any) => [solid(name), ...cells.map(({ state, level, self }: Any) => (level === null ? (state === 'not-asked' ? '[z]' : '[x]') : `${self === null ? '' : `${lettered(self)}›`}${lettered(level)}`))]));
    for (const { key, ref, title } of heatmap.standards) {
      const questions = (await screen(round, `standards/${key}`)).questions.filter(({ levels }: Any) => levels.length > 0);
      const found = tables.filter(({ caption }) => caption === solid(`${ref} ${title}: how many organisations`)).map(({ cells }) => cells.slice(1).map((row) => row.slice(1).filter((cell) => cell !== '[z]')));
      if (questions.length > 0) expect(found).toContainEqual(questions.map(({ levels, distribution: { counts, notApplicable, unanswered, percentMeets } }: Any) => [...levels.map((level: Any) => `${counts[level.key] ?? 0}`), `${notApplicable}`, `${unanswered}`, shown(percentMeets)]));
    }
  }), 180_000);

  it('would be found if it differed', async () => {
    const [round] = rounds as [PlantedRound];
    const measures = await table(round, 'measures');
    const wrong = measures.map((row, at) => (at === 0 ? { ...row, count: String(Number(row['count']) + 1) } : row));
    expect(figuresIn(wrong)).not.toEqual(figuresIn(measures));
  });
});

/** Without spaces, which a line of a PDF does not end with. */
const solid = (text: string) => text.replace(/[\s\u00ad\u200b]+/gu, '');

/** A long word of a heading is broken with a hyphen. */
const unbroken = (text: string) => text.replaceAll('-', '');

/**
 * In the order of reading: what each is called, and its cells row by row. The title of a table is tagged within it, or beside it
 * where it was tried on one page and stands on another.
 */
const tablesIn = (tree: readonly Tagged[], beside = ''): { caption: string; cells: string[][] }[] => tree.flatMap(({ tag, under }) => {
  const caption = under.filter((each) => each.tag === 'Caption').map(({ text }) => text).join('') || beside;
  return tag === 'Table' ? [{ caption, cells: allTagged(under, 'TR').map((row) => row.under.map(({ text }) => solid(text))) }] : tablesIn(under, caption);
});

const cellsIn = (document: string): string[] => [...document.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) => solid([...cell!.matchAll(/<w:t[ >][^<]*|<w:t>([^<]*)/g)].map(([text]) => unescaped(text.replace(/^<w:t[^>]*>/, ''))).join('')));

/** By what it is a figure of: how many, out of how many, per cent. */
type Figures = Record<string, readonly [count: number, base: number | null, percent: number | null]>;

const numberIn = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text));
const figuresIn = (rows: readonly Row[]): Figures => Object.fromEntries(rows.map((row) => [[row['of'], row['key'], row['measure'], row['level_key']].join('|'), [Number(row['count']), numberIn(row['base']), numberIn(row['percent'])]]));

function figuresOn(heatmap: Any, rates: Any, questions: readonly Any[]): Figures {
  const figures: Record<string, readonly [number, number | null, number | null]> = {};
  const rateOf = (of: string, rows: readonly Any[]) => { for (const { key, submitted, denominator, percent } of rows) figures[`${of}|${key}|response-rate|`] = [submitted, denominator, percent]; };
  rateOf('round', [rates.total]); rateOf('area', rates.byArea); rateOf('phase-or-sector', rates.byGroup); rateOf('type', rates.byType);
  const spread = (of: string, key: string, levels: readonly Any[], { counts, base, percentMeets }: Any, apart: Record<string, number>) => {
    const meeting = levels.filter(({ meets }) => meets).reduce((sum, level) => sum + (counts[level.key] ?? 0), 0);
    if (levels.length > 0) figures[`${of}|${key}|meets|`] = [meeting, base, percentMeets];
    for (const level of levels) figures[`${of}|${key}|level-share|${level.key}`] = [counts[level.key] ?? 0, base, base === 0 ? null : rounded((counts[level.key] ?? 0) / base)];
    for (const [measure, count] of Object.entries(apart)) figures[`${of}|${key}|${measure}|`] = [count, null, null];
  };
  for (const standard of heatmap.standards) spread('standard', standard.key, heatmap.levels, standard, { 'not-rated': standard.notRated, 'not-asked': standard.notAsked });
  for (const { key, levels, distribution } of questions) spread('question', key, levels, distribution, { 'not-applicable': distribution.notApplicable, 'unanswered': distribution.unanswered, 'not-asked': distribution.notAsked });
  return figures;
}

/** By another way than the product's own: a tenth of a per cent, a half upwards. */
const rounded = (share: number) => Math.round(Number((share * 1000).toFixed(6))) / 10;

function ratingsOn({ rows }: Any): string[][] {
  return rows.flatMap(({ organisationId, returned, overall, overallSelf, cells }: Any) => [
    [organisationId, '', returned ? (overall ? 'rated' : 'not-rated') : 'not-returned', overall?.key ?? '', overallSelf?.key ?? '', '', ''],
    ...cells.map(({ standard, state, level, self, last, movement }: Any) => [organisationId, standard, state, level ?? '', self ?? '', last ?? '', movement ?? '']),
  ]);
}

/** When it was counted differs from file to file. */
const timeless = (rows: readonly Row[]): Row[] => rows.map((row) => ('as_of' in row ? { ...row, as_of: '' } : row));

function sheetOf({ sheets }: Pick<Workbook, 'sheets'>, name: string): Row[] {
  const [header, ...rows] = sheets.find((sheet) => sheet.name === name)!.rows;
  return rows.map((row) => Object.fromEntries(header!.map((column, at) => [String(column), String(row[at] ?? '')])));
}
