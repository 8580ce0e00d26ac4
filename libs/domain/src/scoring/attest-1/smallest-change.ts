import { POINTS, answerTo, askedQuestions, pointsFor, scaleOf } from '../../questionnaire';
import type { Answers, Band, OrganisationProfile, Question, Scale, Section, Template } from '../../questionnaire';
import { bandOf } from '../score';
import type { SmallestChange } from '../rating';
import { rate } from './rate';

interface Lever {
  readonly question: Question;
  readonly scale: Scale;
  /** Place in the scale, 0 the best. */
  readonly place: number;
  /** How often its points count, its section's weight within. */
  readonly times: number;
}

/**
 * What would lift a section (by key) or the whole (null) to the next better level: the fewest better answers, each by no more
 * than is needed. `null` when there is no better level or nothing is rated. Answers that are missing or not applicable are
 * left as they are: saying more is not the same as being better.
 */
export function smallestChange(template: Template, profile: OrganisationProfile, answers: Answers, sectionKey: string | null): SmallestChange | null {
  const { bands } = template.scoring;
  const ratings = rate(template, profile, answers);
  const rating = sectionKey === null ? ratings.overall : ratings.sections.find(({ key }) => key === sectionKey)?.rating;
  const reached = bands.findIndex(({ level }) => level === rating?.level);
  if (!rating || reached < 1) return null;
  const goal = bands[reached - 1]!;
  const levers = leversOf(template, profile, answers, sectionKey);

  const places = new Map<Lever, number>();
  const points = ({ scale, times }: Lever, place: number) => pointsFor(scale, scale.levels[place]!.key)! * times;
  let short = Math.ceil((rating.score.available * goal.from) / 100) - rating.score.won;
  const lift = (lever: Lever, place: number) => {
    short -= points(lever, place) - points(lever, places.get(lever) ?? lever.place);
    places.set(lever, place);
  };

  // what is critical has to reach the level by itself, whatever the points
  if (sectionKey !== null) for (const lever of levers.filter(({ question }) => question.critical)) {
    const needed = leastThatReaches(lever, goal, bands);
    if (needed < lever.place) lift(lever, needed);
  }
  const most = (lever: Lever) => points(lever, 0) - points(lever, places.get(lever) ?? lever.place);
  // those lifted already cost no further answer; then the one that can give most, which keeps their number smallest
  for (const lever of [...levers].sort((one, other) => Number(places.has(other)) - Number(places.has(one)) || most(other) - most(one))) {
    if (short <= 0) break;
    if (most(lever) > 0) lift(lever, 0);
  }
  if (short > 0) return null;
  // then each back down as far as the points allow
  for (const [lever, place] of [...places].reverse()) {
    const floor = sectionKey !== null && lever.question.critical ? leastThatReaches(lever, goal, bands) : lever.place;
    for (let lower = Math.min(floor, lever.place); lower > place; lower--) {
      if (short + points(lever, place) - points(lever, lower) <= 0) {
        lift(lever, lower);
        break;
      }
    }
  }
  const order = new Map(levers.map((lever, at) => [lever, at]));
  const steps = [...places].filter(([lever, place]) => place < lever.place).sort(([one], [other]) => order.get(one)! - order.get(other)!);
  return {
    level: goal.level,
    steps: steps.map(([{ question: { key, ref }, scale, place }, to]) => ({ key, ref, from: scale.levels[place]!.key, to: scale.levels[to]!.key })),
  };
}

function leversOf(template: Template, profile: OrganisationProfile, answers: Answers, sectionKey: string | null): readonly Lever[] {
  const weightOf = ({ weight }: Section) => (sectionKey === null ? weight : 1);
  return askedQuestions(template, profile, answers)
    .filter(({ section }) => (sectionKey === null ? section.weight > 0 : section.key === sectionKey))
    .flatMap(({ section, questions }) => questions.flatMap((question): Lever[] => {
      const answer = answerTo(answers, question.key);
      const scale = scaleOf(template, question.scale);
      if (question.type !== 'level' || question.weight === 0 || scale === undefined || !answer?.level || answer.naReason !== null || answer.toCheck) return [];
      const place = scale.levels.findIndex(({ key }) => key === answer.level);
      return place < 0 ? [] : [{ question, scale, place, times: question.weight * weightOf(section) }];
    }));
}

/** The worst place on the question's scale that would be at this level or better, were it alone. */
function leastThatReaches({ scale, place }: Lever, goal: Band, bands: readonly Band[]): number {
  const reaches = (at: number) => {
    const band = bandOf({ won: pointsFor(scale, scale.levels[at]!.key)!, available: POINTS }, bands);
    return band !== null && bands.indexOf(band) <= bands.indexOf(goal);
  };
  for (let at = place; at > 0; at--) if (reaches(at)) return at;
  return 0;
}
