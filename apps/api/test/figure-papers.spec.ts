import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Client } from './client';
import { enter } from './authenticators';
import { bytesOf, madeBy } from './export-scenes';
import { wordIn } from './paper-reading';
import { allTagged, readPdf, tagsIn } from './pdf-reader';
import { breaksOf, comparedInWords, pointInWords, titleOf } from '@attest/domain/trend';
import type { TrendView } from '@attest/insight/api';
import { DEMONSTRATION_PASSWORD } from '@attest/people/api';
import { startApi, type RunningApi } from './start-api';
import { unzippedBytes } from './unzipped';

const everything = ['findings', 'heatmap', 'distributions', 'trends', 'responses', 'words', 'method'];

let api: RunningApi;
let unit: Client;
let roundId: string;
beforeAll(async () => {
  api = await startApi({ demo: true, variables: { ROLE: 'all' } });
  unit = api.client();
  await enter(api, unit, 'unit@demo.attest.example', DEMONSTRATION_PASSWORD);
  const { body } = await unit.get<{ id: string; name: string }[]>('/api/rounds');
  roundId = body.find(({ name }) => name === 'Section 11 audit 2025-26')!.id;
}, 120_000);
afterAll(() => api.stop());

describe('a board pack', () => {
  it('is a Word document with headings, tables that say which row is their header, and every figure of the screen', async () => {
    const made = await madeBy(unit, { preset: 'board-pack', contents: everything, format: 'docx', roundId });
    expect(made).toMatchObject({ state: 'ready', problem: '' });
    const { document, paragraphs } = wordIn(await bytesOf(unit, made));
    const { body: heatmap } = await unit.get(`/api/rounds/${roundId}/heatmap?sort=name`);
    expect(paragraphs).toEqual(expect.arrayContaining(['Findings', 'Organisations and standards', 'How answers are spread', 'Trends over the years', 'Who returned', 'What organisations wrote', 'How to read this']));
    expect(document.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThan(10);
    const letters = new Map(heatmap.levels.map(({ key, letter }: { key: string; letter: string }) => [key, letter]));
    for (const { name, cells } of heatmap.rows.filter((row: { returned: boolean }) => row.returned)) {
      const at = paragraphs.indexOf(name);
      const written = paragraphs.slice(at + 2, at + 2 + cells.length).map((text) => text.replace(/\s/g, ''));
      expect([name, written]).toEqual([name, cells.map(({ level, state }: { level: string | null; state: string }) => (level ? letters.get(level) : state === 'not-asked' ? '[z]' : '[x]'))]);
    }
    const standards = paragraphs.indexOf('Each standard: how many organisations');
    for (const { ref, title, percentMeets, counts, base, notAsked } of heatmap.standards) {
      const shown = percentMeets === null ? '[x]' : `${percentMeets}%`;
      const counted = paragraphs.slice(standards).indexOf(`${ref} ${title}`) + standards;
      expect([title, paragraphs.slice(counted + 1, counted + 1 + heatmap.levels.length + 3)]).toEqual([title, [...heatmap.levels.map(({ key }: { key: string }) => `${counts[key]}`), `${base}`, `${notAsked}`, shown]]);
    }
  }, 90_000);

  it('has the trend of every standard over all rounds as the screen has it, breaks and all', async () => {
    const { body: rounds } = await unit.get('/api/rounds');
    const survey = rounds.find(({ name }: { name: string }) => name === 'Section 175 return 2026-27').id;
    const { body: trend } = await unit.get<TrendView>(`/api/rounds/${survey}/trend?phase=special`);
    expect(trend.rounds.length).toBeGreaterThan(2);
    const { document, paragraphs } = wordIn(await bytesOf(unit, await madeBy(unit, { preset: 'board-pack', contents: ['trends'], format: 'docx', roundId: survey, filters: { phase: 'special' } })));
    expect(document.match(/<asvg:svgBlip/g)).toHaveLength(1);
    expect(paragraphs).toContain(`${titleOf(trend)}.`);
    for (const { label, questions, organisations } of comparedInWords(trend)) expect(paragraphs.join('|')).toContain([label, questions, organisations].join('|'));
    const figures = paragraphs.slice(paragraphs.indexOf('Per cent meeting each standard, of those rated'));
    for (const series of trend.series) {
      const row = figures.indexOf(`${series.ref} ${series.title}`);
      expect(figures.slice(row + 1, row + 1 + trend.rounds.length)).toEqual(series.points.map((point) => `${point.joined === 'apart' || point.joined === 'with-break' ? '[b] ' : ''}${pointInWords(point)}`));
      for (const said of breaksOf(series, trend)) expect(figures.join('|')).toContain(said);
    }
  }, 60_000);

  it('is a tagged PDF in which each table has its headers and each figure says what it shows', async () => {
    const made = await madeBy(unit, { preset: 'board-pack', contents: everything.filter((part) => part !== 'words'), format: 'pdf', roundId });
    const { metadata, tree, pages } = readPdf(await bytesOf(unit, made));
    expect(metadata).toMatch(/pdfuaid:part>1</);
    expect(tagsIn(tree)).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'Figure']));
    expect(allTagged(tree, 'Table').every((table) => tagsIn([table]).includes('TH'))).toBe(true);
    expect(pages).toBeGreaterThan(5);
  }, 90_000);

  it('has nothing of a part that was not ticked, and no name for those who may see none', async () => {
    const made = await madeBy(unit, { preset: 'board-pack', contents: ['responses'], format: 'docx', roundId });
    const { paragraphs } = wordIn(await bytesOf(unit, made));
    expect(paragraphs).toContain('Who returned');
    expect(paragraphs).not.toContain('Findings');
    const refused = await unit.post('/api/exports', { preset: 'board-pack', audience: 'public', contents: ['responses'], layer: 'moderated', format: 'docx', filters: {}, reason: 'Why', roundId });
    expect(refused.body.faults.map(({ where }: { where: string }) => where)).toEqual(['audience']);
  }, 60_000);
});

describe('a public summary', () => {
  const summary = { preset: 'public-summary', audience: 'public', contents: [] };

  it('is there once figures have been published, and says so before', async () => {
    const { body: rounds } = await unit.get<{ id: string; name: string }[]>('/api/rounds');
    const open = rounds.find(({ name }) => name === 'Section 11 audit 2026-27')!.id;
    expect(await madeBy(unit, { ...summary, format: 'csv', roundId: open })).toMatchObject({ state: 'failed', problem: expect.stringContaining('have not been published yet'), moves: ['retry'] });
  });

  it('holds every figure that was published, in each format the same, and nothing else', async () => {
    const { body: published } = await unit.get(`/api/rounds/${roundId}/published?audience=public&by=group`);
    const csv = parse(await bytesOf(unit, await madeBy(unit, { ...summary, format: 'csv', roundId })), { bom: true, columns: true }) as Record<string, string>[];
    const xlsx = await readXlsx(new Uint8Array(await bytesOf(unit, await madeBy(unit, { ...summary, format: 'xlsx', roundId }))));
    const [header, ...rows] = xlsx.sheets.find(({ name }) => name === 'published')!.rows;
    expect(rows.map((row) => Object.fromEntries(header!.map((column, at) => [column, String(row[at] ?? '')])))).toEqual(csv);
    for (const { key, kind, categories, rows: lines } of published.figures) {
      for (const [line, { label, counts }] of lines.entries()) {
        const told = categories.map((category: { key: string }) => csv.find((row) => row['of'] === kind && row['key'] === key && row['category_key'] === category.key && row['by'] === (line === 0 ? 'all' : 'peer-group') && row['line'] === label)!['count']);
        expect([key, label, told]).toEqual([key, label, counts.map(({ count }: { count: number | null }) => (count === null ? '[c]' : String(count)))]);
      }
    }
    const { body: heatmap } = await unit.get(`/api/rounds/${roundId}/heatmap`);
    const text = JSON.stringify(csv);
    expect(heatmap.rows.filter(({ name }: { name: string }) => text.includes(name))).toEqual([]);
    const pdf = readPdf(await bytesOf(unit, await madeBy(unit, { ...summary, format: 'pdf', roundId })));
    expect(pdf.metadata).toMatch(/pdfuaid:part>1</);
  }, 120_000);

  it('is of the whole round: what was published can be narrowed by nobody', async () => {
    const refused = await unit.post('/api/exports', { ...summary, layer: 'moderated', format: 'csv', filters: { sector: 'police' }, reason: 'Why', roundId });
    expect(refused.body.faults).toMatchObject([{ where: 'filters' }]);
  });
});

describe('feedback letters', () => {
  it('can be for some organisations alone', async () => {
    const { body: heatmap } = await unit.get(`/api/rounds/${roundId}/heatmap?sort=name`);
    const [one, other] = heatmap.rows.filter((row: { returned: boolean }) => row.returned);
    const made = await madeBy(unit, { preset: 'letters', contents: [], format: 'docx', roundId, filters: { organisationIds: [one.organisationId, other.organisationId] } });
    expect([made.total, unzippedBytes(await bytesOf(unit, made)).size]).toEqual([2, 2]);
  });

  it('can be looked at before, the first of them, which the trail tells', async () => {
    const { body: heatmap } = await unit.get(`/api/rounds/${roundId}/heatmap?sort=name`);
    const [one, other] = heatmap.rows.filter((row: { returned: boolean }) => row.returned);
    const { body } = await unit.post('/api/exports/preview', { preset: 'letters', audience: 'qp', contents: [], layer: 'moderated', format: 'pdf', roundId, filters: { organisationIds: [other.organisationId, one.organisationId] } });
    expect(body).toMatchObject({ says: 'The first of 2 letters', paper: { caption: one.name } });
    const { rows } = await api.administrator.query("select thing_id, organisation_id from app.audit_event where route = 'GET /submissions/:id/receipt'");
    expect(rows).toEqual([{ thing_id: one.submissionId, organisation_id: one.organisationId }]);
  });

  it.each(['docx', 'pdf'] as const)('are one %s for each organisation that returned, about itself and nobody else', async (format) => {
    const { body: heatmap } = await unit.get(`/api/rounds/${roundId}/heatmap?sort=name`);
    const returned: string[] = heatmap.rows.filter((row: { returned: boolean }) => row.returned).map(({ name }: { name: string }) => name);
    const made = await madeBy(unit, { preset: 'letters', contents: [], format, roundId });
    expect(made).toMatchObject({ state: 'ready', total: returned.length, done: returned.length });
    const letters = unzippedBytes(await bytesOf(unit, made));
    expect([...letters.keys()].map((name) => name.replace(`.${format}`, '')).toSorted()).toEqual(returned.map((name) => name.replace(/[^\p{L}\p{N} ._-]+/gu, '').replace(/\s+/g, ' ').trim()).toSorted());
    if (format === 'pdf') {
      for (const letter of [...letters.values()].slice(0, 3)) expect(readPdf(letter).metadata).toMatch(/pdfuaid:part>1</);
      return;
    }
    const texts = [...letters].map(([file, letter]) => [file, wordIn(letter).paragraphs.join('\n')] as const);
    expect(texts.filter(([, text]) => text.includes('Good practice') && text.includes('One agency reads ten records every quarter')).length).toBe(letters.size);
    expect(texts.filter(([, text]) => text.includes('From your own return.')).length).toBe(1);
    for (const [file, text] of texts) {
      const others = returned.filter((name) => name.replace(/[^\p{L}\p{N} ._-]+/gu, '').replace(/\s+/g, ' ').trim() !== file.replace('.docx', ''));
      expect([file, others.filter((name) => text.includes(name) && !file.includes(name))]).toEqual([file, []]);
      for (const heading of ['Your result', 'Beside others like you', 'Whom to ask']) expect([file, text.includes(heading)]).toEqual([file, true]);
    }
  }, 120_000);
});
