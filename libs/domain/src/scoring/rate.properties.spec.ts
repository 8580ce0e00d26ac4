import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { questionsOf } from '../questionnaire';
import type { Answer, Question, Section, Template } from '../questionnaire';
import { scenes } from '../questionnaire/arbitraries';
import type { Scene } from '../questionnaire/arbitraries';
import { notApplicable, noted, rated } from '../questionnaire/builders';
import { explain } from './explain';
import { rate } from './rules';
import type { Named, Rating, Ratings } from './rating';

const withSections = (template: Template, sections: readonly Section[]): Template => ({ ...template, sections });
const rateScene = ({ template, profile, answers }: Scene) => rate(template, profile, answers);
const withAnswer = (scene: Scene, key: string, answer: Answer | undefined): Scene => ({ ...scene, answers: { ...scene.answers, [key]: answer } });
const withoutQuestion = (template: Template, { key }: Question) =>
  withSections(template, template.sections.map((section) => ({ ...section, questions: section.questions.filter((question) => question.key !== key) })));

/** What a rating comes to, apart from the order things are listed in and from what did not count. */
function outcome({ level, score, percent, trace: { inputs, band, cap, next } }: Rating) {
  const sorted = <T extends Named>(things: readonly T[]) => [...things].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    level, score, percent, band, inputs: sorted(inputs),
    cap: cap && { ...cap, questions: sorted(cap.questions) },
    next: next && { ...next, critical: sorted(next.critical) },
  };
}

/** Sections in which nothing counts leave no outcome, as if they were not there. */
function outcomes({ overall, sections }: Ratings) {
  const counting = sections.filter(({ rating }) => rating.level !== null);
  return { overall: outcome(overall), sections: Object.fromEntries(counting.map(({ key, rating }) => [key, outcome(rating)])) };
}

const inBrief = ({ level, percent, trace: { cap } }: Rating) => [level, percent, cap];

const runs = { numRuns: 300 };
const scenesWithQuestion = scenes.chain((scene) => fc.constantFrom(...questionsOf(scene.template)).map((question) => ({ scene, question })));

describe('ratings of any questionnaire', () => {
  it('do not depend on the order of sections, questions or answers', () => {
    const shuffled = <T>(things: readonly T[]) => fc.shuffledSubarray([...things], { minLength: things.length });
    const pairs = scenes.chain((scene) =>
      fc.tuple(
        fc.tuple(...scene.template.sections.map((section) => shuffled(section.questions).map((questions) => ({ ...section, questions })))).chain(shuffled),
        shuffled(Object.entries(scene.answers)),
      ).map(([sections, answers]) => ({ scene, other: { ...scene, template: withSections(scene.template, sections), answers: Object.fromEntries(answers) } })));
    fc.assert(fc.property(pairs, ({ scene, other }) => {
      expect(outcomes(rateScene(other))).toEqual(outcomes(rateScene(scene)));
    }), runs);
  });

  it('have the same points overall however questions of one weight are grouped into sections', () => {
    fc.assert(fc.property(scenes, fc.nat(), ({ template, profile, answers }, cut) => {
      const split = template.sections.flatMap((section) => {
        const at = cut % (section.questions.length + 1);
        return [{ ...section, questions: section.questions.slice(0, at) }, { ...section, key: `${section.key}b`, questions: section.questions.slice(at) }];
      });
      const { overall } = rate(withSections(template, split), profile, answers);
      expect(overall.score).toEqual(rate(template, profile, answers).overall.score);
      expect(overall.level).toEqual(rate(template, profile, answers).overall.level);
    }), runs);
  });

  it('are the same for a question that does not apply or is unanswered as without that question', () => {
    fc.assert(fc.property(scenesWithQuestion, ({ scene, question }) => {
      const without = outcomes(rateScene({ ...scene, template: withoutQuestion(scene.template, question) }));
      for (const silence of [notApplicable(), notApplicable(''), noted('draft'), undefined]) {
        expect(outcomes(rateScene(withAnswer(scene, question.key, silence)))).toEqual(without);
      }
    }), runs);
  });

  it('never rise because an answer got worse', () => {
    const rateable = scenesWithQuestion.filter(({ question }) => question.type === 'level');
    fc.assert(fc.property(rateable, fc.nat(), fc.nat(), ({ scene, question }, one, two) => {
      const { template } = scene;
      const levels = template.scales.find(({ key }) => key === question.scale)!.levels;
      const [better, worse] = [one % levels.length, two % levels.length].sort((a, b) => a - b).map((at) => levels[at]!.key);
      const before = rateScene(withAnswer(scene, question.key, rated(better!)));
      const after = rateScene(withAnswer(scene, question.key, rated(worse!)));
      const place = (rating: Rating) => template.scoring.bands.findIndex(({ level }) => level === rating.level);
      const fell = (was: Rating, is: Rating) => place(is) >= place(was) && is.score.won <= was.score.won && (is.percent ?? 0) <= (was.percent ?? 0);

      expect(fell(before.overall, after.overall)).toBe(true);
      // By key: a rating may take away or bring a section of unscored questions, which has no rating to rise.
      const earlier = new Map(before.sections.map(({ key, rating }) => [key, rating]));
      const later = new Map(after.sections.map(({ key, rating }) => [key, rating]));
      for (const key of new Set([...earlier.keys(), ...later.keys()])) {
        const [was, is] = [earlier.get(key), later.get(key)];
        if (was && is) expect(fell(was, is)).toBe(true);
        else expect((was ?? is)!.level).toBeNull();
      }
    }), { numRuns: 1000 });
  });

  it('are the same when every question counts so many times as often, or every section, as weights only weigh against one another', () => {
    fc.assert(fc.property(scenes, fc.integer({ min: 2, max: 5 }), ({ template, profile, answers }, times) => {
      const heavier = withSections(template, template.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, weight: question.weight * times })) })));
      const weightier = withSections(template, template.sections.map((section) => ({ ...section, weight: section.weight * times })));
      const was = rate(template, profile, answers);
      for (const [is, sectionTimes] of [[rate(heavier, profile, answers), times], [rate(weightier, profile, answers), 1]] as const) {
        expect(inBrief(is.overall)).toEqual(inBrief(was.overall));
        expect(is.overall.score).toEqual({ won: was.overall.score.won * times, available: was.overall.score.available * times });
        expect(is.sections.map(({ key, rating }) => [key, ...inBrief(rating)])).toEqual(was.sections.map(({ key, rating }) => [key, ...inBrief(rating)]));
        expect(is.sections.map(({ rating }) => rating.score.won)).toEqual(was.sections.map(({ rating }) => rating.score.won * sectionTimes));
      }
    }), runs);
  });

  it('are the same whichever way the numbers of a scale run and wherever they begin, since its levels stand best first', () => {
    fc.assert(fc.property(scenes, fc.constantFrom(-3, -1, 1, 2), fc.integer({ min: -20, max: 20 }), (scene, times, plus) => {
      const scales = scene.template.scales.map((scale) => ({ ...scale, levels: scale.levels.map((level) => ({ ...level, score: level.score * times + plus })) }));
      expect(outcomes(rateScene({ ...scene, template: { ...scene.template, scales } }))).toEqual(outcomes(rateScene(scene)));
    }), runs);
  });

  it('of a capped section are the same however many points its other questions win', () => {
    let capped = 0;
    fc.assert(fc.property(scenes, (scene) => {
      const levels = new Map(scene.template.scales.map(({ key, levels }) => [key, levels]));
      for (const { key, rating: { level, trace: { cap } } } of rateScene(scene).sections) {
        if (cap === null) continue;
        capped++;
        const holding = new Set(cap.questions.map((question) => question.key));
        const others = scene.template.sections.find((section) => section.key === key)!.questions.filter((question) => question.type === 'level' && !holding.has(question.key) && scene.answers[question.key]?.level != null);
        const better = Object.fromEntries(others.map((question) => [question.key, rated(levels.get(question.scale!)![0]!.key)]));
        const after = rateScene({ ...scene, answers: { ...scene.answers, ...better } }).sections.find((section) => section.key === key);
        expect(after!.rating.level).toBe(level);
      }
    }), { numRuns: 1000 });
    expect(capped).toBeGreaterThan(50);
  });

  it('count in whole points, place every question once, and can always be explained', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const { overall, sections } = rate(template, profile, answers);
      for (const rating of [overall, ...sections.map(({ rating }) => rating)]) {
        expect([rating.score.won, rating.score.available].every(Number.isSafeInteger)).toBe(true);
        expect(rating.score.won).toBeGreaterThanOrEqual(0);
        expect(rating.score.won).toBeLessThanOrEqual(rating.score.available);
        expect(explain(rating, template).every((sentence) => /^[A-Z0-9].*\.$/.test(sentence) && !/undefined|null|NaN/.test(sentence))).toBe(true);
      }
      for (const { key, rating: { trace } } of sections) {
        const placed = [...trace.inputs, ...trace.leftOut].map((question) => question.key).sort();
        expect(placed).toEqual(template.sections.find((section) => section.key === key)!.questions.map((question) => question.key).sort());
      }
    }), runs);
  });

  it('keep the promise of the next level: those points reach it, one fewer would not, nor would they with such critical questions', () => {
    fc.assert(fc.property(scenes, (scene) => {
      const { overall, sections } = rateScene(scene);
      const critical = new Set(questionsOf(scene.template).filter((question) => question.critical).map(({ key }) => key));
      for (const { score: { won, available }, trace: { next, inputs } } of [overall, ...sections.map(({ rating }) => rating)]) {
        if (next === null) continue;
        expect((won + next.pointsShort) * 100).toBeGreaterThanOrEqual(available * next.from);
        expect((won + next.pointsShort - 1) * 100).toBeLessThan(available * next.from);
        const holding = inputs.filter((input) => critical.has(input.key) && input.won * 100 < input.available * next.from);
        expect(next.critical.map(({ key }) => key)).toEqual(holding.map(({ key }) => key));
      }
    }), runs);
  });

  it('never put a section above any of its critical questions alone', () => {
    fc.assert(fc.property(scenes, (scene) => {
      const { bands } = scene.template.scoring;
      const critical = new Set(questionsOf(scene.template).filter((question) => question.critical).map(({ key }) => key));
      for (const { rating } of rateScene(scene).sections) {
        for (const { won, available } of rating.trace.inputs.filter(({ key }) => critical.has(key))) {
          const alone = bands.findIndex(({ from }) => won * 100 >= available * from);
          expect(bands.findIndex(({ level }) => level === rating.level)).toBeGreaterThanOrEqual(alone);
        }
      }
    }), runs);
  });
});
