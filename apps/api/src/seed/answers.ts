import { askedQuestions, scaleOf, type Answer, type Answers, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import { people } from './people';
import type { Random } from './random';
import { day } from './rounds';

export interface Circumstances {
  readonly strength: number;
  /** Years before the current one: 0, 1, 2, 3. Everybody does a little better each year. */
  readonly yearsAgo: number;
  /** How far above its true practice the organisation rates itself. */
  readonly optimism: number;
  /** ISO date on which the round opened. */
  readonly opensOn: string;
  /** Share of the asked questions that have been answered so far. */
  readonly share: number;
}

/** The standard that gets better year on year, because the partnership worked on it. */
export const IMPROVING = 'online-safety';

/** What one organisation would say: asked questions in order, so that conditions on earlier answers come out right. */
export function answersOf(template: Template, profile: OrganisationProfile, circumstances: Circumstances, random: Random): Answers {
  const answers: Record<string, Answer> = {};
  const total = askedQuestions(template, profile, {}).reduce((sum, { questions }) => sum + questions.length, 0);
  const most = Math.floor(total * circumstances.share);
  for (const section of template.sections) {
    const leaning = leaningOf(section.key, circumstances, random);
    for (const question of section.questions) {
      const asked = askedQuestions(template, profile, answers).some(({ questions }) => questions.includes(question));
      if (!asked || (circumstances.share < 1 && Object.keys(answers).length >= most)) continue;
      answers[question.key] = answerTo(template, question, leaning, circumstances.opensOn, random);
    }
  }
  return answers;
}

function leaningOf(section: string, { strength, yearsAgo, optimism }: Circumstances, random: Random): number {
  const hard: Record<string, number> = { 'attendance-and-alternative-provision': -0.1, escalation: -0.16, 'voice-of-the-child': -0.1, 'commissioned-services': -0.12, 'specific-safeguarding-issues': -0.06 };
  const improving = section === IMPROVING ? 0.12 - yearsAgo * 0.13 : 0;
  return strength + (hard[section] ?? 0) + improving - yearsAgo * 0.025 + optimism + random.wobble() * 0.2;
}

function answerTo(template: Template, question: Question, leaning: number, opensOn: string, random: Random): Answer {
  if (question.naAllowed && random.chance(0.18)) {
    return { level: null, value: null, note: '', naReason: random.pick(['We do not work in this way.', 'No child here is in this position this year.', 'Another part of the organisation answers for this.']) };
  }
  if (question.type !== 'level') return { level: null, value: valueOf(question, leaning, opensOn, random), note: '', naReason: null };
  const levels = scaleOf(template, question.scale ?? '')!.levels;
  const fall = 1 - (leaning + 0.2 + random.wobble() * 0.3);
  const index = Math.min(levels.length - 1, Math.max(0, Math.round(fall * (levels.length - 1) * 1.15)));
  return { level: levels[index]!.key, value: null, note: noteOf(question, index / (levels.length - 1), random), naReason: null };
}

function valueOf(question: Question, leaning: number, opensOn: string, random: Random): Answer['value'] {
  switch (question.type) {
    case 'person': return { name: random.pick(people), role: question.title };
    case 'date': return day(opensOn, -random.whole(5, 400));
    case 'percentage': return Math.min(100, Math.round(70 + leaning * 35 + random.wobble() * 8));
    case 'number': return random.whole(question.minimum ?? 0, Math.min(question.maximum ?? 40, 40));
    case 'choice': return random.pick(question.choices ?? []).key;
    case 'choices': return (question.choices ?? []).filter(({ key }) => key !== 'none').slice(0, random.whole(1, 3)).map(({ key }) => key);
    default: return random.pick(worked);
  }
}

const worked = [
  'Short weekly scenarios in staff briefings. People now ask sooner and write down what they decided.',
  'Children helped us rewrite the page that tells them whom to talk to. More of them can name two adults.',
  'Our link governor sat in on an induction and asked new staff what they would do. It showed us two gaps we had not seen.',
];
const strong = [
  'We sampled ten records in {month} and found this working in all of them. The results went to governors, who asked for a repeat in the summer.',
  'Staff can explain it when asked: eleven of twelve did in our {month} check. Children told us the same in the pupil survey.',
  'Reviewed in {month}. The board lead visited, talked to staff and children, and reported what they saw.',
];
const partial = [
  'Most of it is in place. In our {month} check three staff were unsure whom to tell out of hours, so we are repeating the briefing.',
  'The policy was updated in {month}, but we have not yet tested whether people follow it.',
  'Working well for permanent staff. Cover and agency staff still miss the first briefing; the new starter form changes in the spring.',
];
const weak = [
  'We found in {month} that this had lapsed when the last post holder left. A named person now has it, with a date.',
  'Not in place yet. It is the first item of our action plan and the board has asked for a report in the new year.',
];
const months = ['September', 'October', 'June', 'March', 'January'];

function noteOf(question: Question, fall: number, random: Random): string {
  if (question.explanation === 'none' || (question.explanation === 'optional' && random.chance(0.45))) return '';
  return random.pick(fall < 0.4 ? strong : fall < 0.75 ? partial : weak).replace('{month}', random.pick(months));
}
