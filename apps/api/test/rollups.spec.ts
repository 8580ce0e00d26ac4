import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerTo, askedQuestions, questionsOf, scaleOf, withAllEvidence, type Question, type Template } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import { tally, toldTo, type Told } from '@attest/domain/rollup';
import type { Any } from './any';
import type { Client } from './client';
import { editionOf, generatedRounds, plant, type PlantedReturn, type PlantedRound } from './generated-rounds';
import { aPartnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const ROUNDS = 200;

/** Two ways to one figure: through the short rows that the database keeps by itself, and from the answers, one by one, by the rules of the domain. */
describe(`the figures of ${ROUNDS} rounds by chance`, () => {
  const seed = Date.now() % 1_000_000;
  let api: RunningApi;
  let unit: Client;
  let rounds: PlantedRound[];
  beforeAll(async () => {
    api = await startApi();
    const here = await aPartnership(api);
    unit = here.businessUnit;
    rounds = await plant(api, here, fc.sample(generatedRounds, { numRuns: ROUNDS, seed }));
  });
  afterAll(() => api.stop());

  const get = async (round: PlantedRound, path: string) => (await unit.get<Any>(`/api/rounds/${round.id}/${path}`)).body;
  const each = async (look: (round: PlantedRound) => Promise<void>) => {
    for (const [at, round] of rounds.entries()) {
      await look(round).catch((cause: Error) => { throw new Error(`Round ${at} of seed ${seed}: ${cause.message}`, { cause }); });
    }
  };

  it('are what the rules make of the answers, question by question', () => each(async (round) => {
    const { template } = round;
    for (const section of template.sections) {
      const { questions } = await get(round, `standards/${section.key}`);
      expect(questions.map(({ distribution }: Any) => distribution)).toEqual(section.questions.map((question) => distributionOf(round, question)));
    }
  }));

  it('are what the rules make of the ratings, standard by standard and organisation by organisation', () => each(async (round) => {
    const levels = scaleOf(round.template, round.template.scoring.resultScale)!.levels;
    const counted = round.returns.filter(({ exempt }) => !exempt);
    const returned = counted.filter(isReturned);
    const { standards, rows, denominator, returned: handedIn } = await get(round, 'heatmap?sort=name');
    expect([denominator, handedIn]).toEqual([counted.length, returned.length]);
    for (const { key, counts, base, notRated, notAsked, percentMeets } of standards) {
      const cells = returned.map((one) => cellOf(one, key));
      const expected = tally(cells.map((cell): Told => (cell.level === null ? 'unanswered' : { level: cell.level })), levels);
      expect({ counts, base, notRated, notAsked, percentMeets }).toEqual({
        counts: expected.counts, base: expected.base, notRated: cells.filter(({ state }) => state === 'not-rated').length, notAsked: cells.filter(({ state }) => state === 'not-asked').length,
        percentMeets: meetsRate(expected, levels, 1).percentage,
      });
    }
    expect(rows.map(({ name, overall, cells }: Any) => ({ name, overall: overall?.key ?? null, cells: cells.map(({ standard, state, level }: Any) => ({ standard, state, level })) }))).toEqual(
      counted.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((one) => ({
        name: one.name, overall: isReturned(one) ? cellOf(one, '').level : null,
        cells: standards.map(({ key }: Any) => ({ standard: key, ...(isReturned(one) ? cellOf(one, key) : { state: 'not-returned', level: null }) })),
      })));
  }));

  it('are the same in the table of organisations by questions', () => each(async (round) => {
    const { questions, rows } = await get(round, 'question-heatmap?sort=name');
    const rated = questionsOf(round.template).filter(({ type }) => type === 'level');
    expect(questions.map(({ counts, base, notApplicable, unanswered, notAsked, percentMeets }: Any) => ({ counts, base, notApplicable, unanswered, notAsked, percentMeets })))
      .toEqual(rated.map((question) => distributionOf(round, question)));
    for (const { name, cells } of rows) {
      const one = round.returns.find((other) => other.name === name)!;
      expect(cells.map(({ state, level }: Any) => level ?? state)).toEqual(rated.map((question) => {
        if (!isReturned(one)) return 'not-returned';
        const told = toldBy(round, one, question);
        return typeof told === 'string' ? told : told.level;
      }));
    }
  }));

  it('come to the same after everything in them was worked out anew', async () => {
    const { rows } = await api.administrator.query('select submission_id, template_version_id, self, moderated, answers, decisive from app.return_rollup order by 1');
    await api.administrator.query("update app.return_rollup set self = '', answers = '', moderated = '', decisive = '[]', template_version_id = null");
    await api.administrator.query('select app.roll_up(partnership_id, array_agg(id)) from app.submission group by partnership_id');
    expect((await api.administrator.query('select submission_id, template_version_id, self, moderated, answers, decisive from app.return_rollup order by 1')).rows).toEqual(rows);
  });
});

const isReturned = ({ state }: PlantedReturn) => state === 'submitted' || state === 'accepted';

function distributionOf(round: PlantedRound, question: Question) {
  const levels = question.type === 'level' ? scaleOf(round.template, question.scale)!.levels : [];
  const counted = tally(round.returns.filter((one) => isReturned(one) && !one.exempt).map((one) => toldBy(round, one, question)), levels);
  return { ...counted, percentMeets: question.type === 'level' ? meetsRate(counted, levels, 1).percentage : null };
}

/** Straight from the answers. */
function toldBy(round: PlantedRound, one: PlantedReturn, question: Question): Told {
  const edition: Template = editionOf(round, one);
  const asked = askedQuestions(edition, one.profile, one.answers).flatMap(({ questions }) => questions).some(({ key }) => key === question.key);
  const answers = withAllEvidence(questionsOf(edition), one.answers, Object.fromEntries(one.shown.map((key) => [key, 1])));
  return toldTo(round.template, question, asked, answerTo(answers, question.key));
}

function cellOf(one: PlantedReturn, key: string): { readonly state: string; readonly level: string | null } {
  const own = key === '' ? one.ratings.overall : one.ratings.sections.find((section) => section.key === key)?.rating;
  const level = one.moderated[key] ?? own?.level ?? null;
  return { state: level !== null ? 'rated' : own ? 'not-rated' : 'not-asked', level };
}
