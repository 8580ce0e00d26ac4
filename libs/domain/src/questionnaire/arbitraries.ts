// For specs only: questionnaires that could be published, and anything people might answer to them.
import fc from 'fast-check';
import type { Answer, Answers } from './answer';
import { aQuestion, aSection, aTemplate } from './builders';
import { features, phases } from './organisation-profile';
import type { OrganisationProfile } from './organisation-profile';
import { signingRoles } from './template';
import type { Applicability, Band, Condition, Question, Scale, Section, SignOffStep, Template } from './template';

export interface Scene {
  readonly template: Template;
  readonly profile: OrganisationProfile;
  readonly answers: Answers;
}

const few = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const someFeatures = features.slice(0, 4);
const somePhases = phases.slice(0, 3);

export const profiles: fc.Arbitrary<OrganisationProfile> = fc.record({
  kind: fc.constant('school' as const),
  phase: fc.constantFrom(...somePhases, null),
  sector: fc.constant(null),
  features: fc.subarray(someFeatures),
});

const applicabilities: fc.Arbitrary<Applicability> = fc.record(
  { phases: few(somePhases), features: few(someFeatures), withoutFeatures: few(someFeatures) },
  { requiredKeys: [] },
);
/** Mostly absent: with `fc.option` alone nearly every question would fall away and the properties would hold of nothing. */
const optionally = <T>(values: fc.Arbitrary<T>, present: number) =>
  fc.oneof({ weight: 10 - present, arbitrary: fc.constant(undefined) }, { weight: present, arbitrary: values });
const rarely = <T>(values: fc.Arbitrary<T>) => optionally(values, 1);

/** Two to seven evenly spaced levels, the best at either end of the numbers. */
export function scales(key: string): fc.Arbitrary<Scale> {
  return fc
    .record({ size: fc.integer({ min: 2, max: 7 }), start: fc.integer({ min: -3, max: 3 }), step: fc.constantFrom(-2, -1, 1, 3) })
    .map(({ size, start, step }) => ({
      key,
      name: key,
      levels: Array.from({ length: size }, (_, at) => ({
        key: `${key}-${at}`, letter: `${at}`, word: `Level ${at}`, colour: 'green' as const, score: start + at * step, meets: at === 0, meaning: '',
      })),
    }));
}

function bandsFor(scale: Scale): fc.Arbitrary<readonly Band[]> {
  const size = scale.levels.length - 1;
  return fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }).map((starts) =>
    [...starts.sort((a, b) => b - a), 0].map((from, at) => ({ level: scale.levels[at]!.key, from })),
  );
}

const questionSeeds = fc.record({
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant('level' as const) },
    { weight: 2, arbitrary: fc.constantFrom('choice', 'choices') },
    { weight: 1, arbitrary: fc.constantFrom('number', 'date', 'text', 'person', 'percentage', 'table', 'evidence', 'declaration') },
  ),
  scale: fc.nat(),
  weight: fc.constantFrom(0, 1, 1, 2, 3),
  critical: fc.boolean(),
  required: fc.boolean(),
  naAllowed: fc.boolean(),
  explanation: fc.constantFrom('required', 'optional', 'none'),
  words: rarely(fc.integer({ min: 1, max: 3 })),
  appliesTo: rarely(applicabilities),
  /** Which earlier question to depend on, which of its keys, and how the test is wrapped. */
  depends: optionally(fc.record({ on: fc.nat(), also: fc.nat(), key: fc.nat(), shape: fc.constantFrom('is', 'not', 'all', 'any') }), 4),
});
type QuestionSeed = typeof questionSeeds extends fc.Arbitrary<infer Seed> ? Seed : never;
const sectionSeeds = fc.record({
  weight: fc.integer({ min: 0, max: 3 }),
  appliesTo: rarely(applicabilities),
  questions: fc.array(questionSeeds, { minLength: 1, maxLength: 5 }),
});

const signOffs = optionally(fc.array(fc.record({ role: fc.constantFrom(...signingRoles), samePerson: fc.boolean() }), { minLength: 1, maxLength: 3 }).map((steps) =>
  steps.map(({ role, samePerson }, at): SignOffStep => ({ key: `signature-${at + 1}`, who: `Signer ${at + 1}`, role, declaration: `This is true, says ${at + 1}.`, ...(samePerson && { samePerson }) }))), 4);

/** Templates in which `templateProblems` finds nothing. */
export const templates: fc.Arbitrary<Template> = fc
  .tuple(scales('a'), scales('b'), fc.array(sectionSeeds, { minLength: 1, maxLength: 4 }), signOffs)
  .chain(([a, b, seeds, signOff]) =>
    bandsFor(a).map((bands) => {
      const grown = new Grown([a, b]);
      const sections = seeds.map(({ questions, ...rest }, at): Section =>
        aSection(`${at + 1}`, questions.map((seed, below) => grown.add(`${at + 1}.${below + 1}`, seed)), rest),
      );
      return aTemplate(sections, { scales: [a, b], scoring: { rule: 'attest-1', resultScale: 'a', bands }, ...(signOff && { signOff }) });
    }),
  );

/** Grows questions one by one, so that a condition can only look back and a scored question never hangs on a rating. */
class Grown {
  private readonly plain: [Question, readonly string[]][] = [];
  private readonly any: [Question, readonly string[]][] = [];
  constructor(private readonly scales: readonly Scale[]) {}

  add(ref: string, seed: QuestionSeed): Question {
    const { type, depends, ...rest } = seed;
    const level = type === 'level';
    const scale = this.scales[seed.scale % this.scales.length]!;
    const scored = level && seed.weight > 0;
    const choices = type === 'choice' || type === 'choices' ? ['yes', 'no', 'partly'].map((key) => ({ key, label: key })) : undefined;
    // Half of the choices keep to plain answers, so that scored questions also hang on chains of conditions.
    const pool = scored || (choices && seed.scale % 2 === 0) ? this.plain : this.any;
    const question = aQuestion(ref, {
      ...rest, type, choices,
      table: type === 'table' ? { rows: [{ key: 'staff', label: 'Staff' }], columns: [{ key: 'trained', label: 'Trained', type: 'number' }] } : undefined,
      scale: level ? scale.key : undefined,
      weight: level ? seed.weight : 0,
      critical: scored && seed.critical,
      words: seed.explanation === 'none' && type !== 'text' ? undefined : seed.words,
      showIf: depends === undefined || pool.length === 0 ? undefined : conditionOn(pool, depends),
    }, scale);
    const keys = level ? scale.levels.map(({ key }) => key) : (choices?.map(({ key }) => key) ?? []);
    if (keys.length > 0) this.any.push([question, keys]);
    if (choices && (question.showIf === undefined || pool === this.plain)) this.plain.push([question, keys]);
    return question;
  }
}

function conditionOn(pool: readonly [Question, readonly string[]][], { on, also, key, shape }: NonNullable<QuestionSeed['depends']>): Condition {
  const test = (at: number): Condition => {
    const [question, keys] = pool[at % pool.length]!;
    return { question: question.key, is: [keys[key % keys.length]!] };
  };
  if (shape === 'not') return { not: test(on) };
  return shape === 'is' ? test(on) : shape === 'all' ? { all: [test(on), test(also)] } : { any: [test(on), { not: test(also) }] };
}

const notes = fc.constantFrom('', ' ', 'two words', 'rather more than three words');
const silent: Answer = { level: null, value: null, note: '', naReason: null };

/** Anything that could be stored: answered, half answered, not applicable with or without its reason, or nothing. */
export function answersTo(template: Template, question: Question): fc.Arbitrary<Answer | undefined> {
  const levels = template.scales.find(({ key }) => key === question.scale)?.levels.map(({ key }) => key) ?? [];
  const values = {
    level: fc.constant(null),
    choice: fc.constantFrom('yes', 'no', 'partly'),
    choices: fc.subarray(['yes', 'no', 'partly']),
    number: fc.integer(),
    percentage: fc.integer({ min: 0, max: 100 }),
    date: fc.constant('2026-09-01'),
    text: notes,
    table: fc.record({ cells: fc.record({ staff: fc.record({ trained: fc.oneof(fc.nat(200), fc.constant('')) }) }) }),
    evidence: fc.array(fc.record({ title: fc.constantFrom('', 'Training log'), where: fc.constantFrom('', 'Shared drive') }), { maxLength: 2 }),
    declaration: fc.constant(true as const),
    person: fc.record({ name: fc.constantFrom('', 'A. Person'), role: fc.constantFrom('', 'Head') }),
  } as const;
  const answered: fc.Arbitrary<Answer> = fc.record({
    level: question.type === 'level' ? fc.constantFrom(...levels) : fc.constant(null),
    value: values[question.type],
    note: notes,
    naReason: fc.constant(null),
  });
  const unanswered = fc.oneof(fc.constant(undefined), notes.map((note) => ({ ...silent, note })));
  const away = fc.constantFrom('', 'We have none').map((naReason) => ({ ...silent, naReason }));
  return fc.oneof({ weight: 6, arbitrary: answered }, { weight: 1, arbitrary: unanswered }, { weight: question.naAllowed ? 1 : 0, arbitrary: away });
}

export function answersFor(template: Template): fc.Arbitrary<Answers> {
  const questions = template.sections.flatMap((section) => section.questions);
  return fc.record(Object.fromEntries(questions.map((question) => [question.key, answersTo(template, question)])));
}

export const scenes: fc.Arbitrary<Scene> = fc
  .tuple(templates, profiles)
  .chain(([template, profile]) => answersFor(template).map((answers) => ({ template, profile, answers })));
