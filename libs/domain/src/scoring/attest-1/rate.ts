import { POINTS, answerTo, askedQuestions, isNotApplicable, pointsFor, scaleOf } from '../../questionnaire';
import type { Answers, OrganisationProfile, Question, Section, Template } from '../../questionnaire';
import type { Counted, LeftOut, Rating, Ratings } from '../rating';
import { weigh } from './weigh';

/**
 * Rates each section and the whole. Only answered `level` questions that carry weight count; those that are not
 * applicable, unanswered or not asked are left out of both sides of the fraction and listed apart.
 */
export function rate(template: Template, profile: OrganisationProfile, answers: Answers): Ratings {
  const asked = new Set(askedQuestions(template, profile, answers).flatMap(({ questions }) => questions));
  const rated = template.sections.map((section) => ({ section, rating: rateSection(template, section, asked, answers) }));
  return {
    rule: template.scoring.rule,
    overall: rateWhole(template, rated, asked),
    sections: rated.filter(({ section }) => isAsked(section, asked)).map(({ section: { key }, rating }) => ({ key, rating })),
  };
}

function rateSection(template: Template, section: Section, asked: ReadonlySet<Question>, answers: Answers): Rating {
  const placed = section.questions.map((question) => ({ question, place: place(template, question, asked, answers) }));
  const inputs = placed.filter(({ place }) => !('why' in place));
  return weigh(
    inputs.map(({ place }) => place as Counted),
    placed.map(({ place }) => place).filter((place) => 'why' in place),
    inputs.filter(({ question }) => question.critical).map(({ place }) => place as Counted),
    template.scoring.bands,
  );
}

/** All points count, section by section. A cap stays where it belongs, in its section: the whole feels it as points only. */
function rateWhole(template: Template, rated: readonly { section: Section; rating: Rating }[], asked: ReadonlySet<Question>): Rating {
  const counting = rated.filter(({ section }) => section.weight > 0);
  const weightless = rated.filter(({ section }) => section.weight === 0 && isAsked(section, asked));
  const inputs = counting
    .filter(({ rating }) => rating.level !== null)
    .map(({ section: { key, ref, weight }, rating: { level, score } }): Counted => {
      return { key, ref, level: level!, won: score.won * weight, available: score.available * weight, weight };
    });
  const leftOut = [
    ...counting.flatMap(({ rating }) => rating.trace.leftOut),
    ...weightless.map(({ section: { key, ref } }): LeftOut => ({ key, ref, why: 'not-scored' })),
  ];
  return weigh(inputs, leftOut, [], template.scoring.bands);
}

function isAsked(section: Section, asked: ReadonlySet<Question>): boolean {
  return section.questions.some((question) => asked.has(question));
}

function place(template: Template, question: Question, asked: ReadonlySet<Question>, answers: Answers): Counted | LeftOut {
  const { key, ref, weight } = question;
  const answer = answerTo(answers, key);
  if (!asked.has(question)) return { key, ref, why: 'not-asked' };
  if (question.type !== 'level' || weight === 0) return { key, ref, why: 'not-scored' };
  if (isNotApplicable(answer)) return { key, ref, why: 'not-applicable' };

  const level = answer?.toCheck ? null : answer?.level ?? null;
  const scale = scaleOf(template, question.scale);
  const points = level === null || scale === undefined ? null : pointsFor(scale, level);
  // A level the scale does not have, left from another version, says nothing here: it has to be given again.
  if (level === null || points === null) return { key, ref, why: 'unanswered' };
  return { key, ref, level, won: points * weight, available: POINTS * weight, weight };
}
