import { features, phases, questionsOf, scaleOf, sectors } from '../questionnaire';
import type { Answer, Answers, Applicability, Condition, Feature, OrganisationProfile, Question, Template } from '../questionnaire';

/** Somebody who is asked a question, and what they answered before it. */
export interface Witness {
  readonly profile: OrganisationProfile;
  readonly answers: Answers;
}

/**
 * An organisation that is asked this question, with the answers that lead to it; null when nobody ever is. A question
 * nobody is asked is a mistake that no other check shows: it looks like any other on the page.
 *
 * Worked out backwards: the conditions come apart into lists of tests of which one list must hold, and each test asks for its
 * own question to be asked. Gives up after a good many lists, and then says null only for what it has really shown.
 */
export function witnessOf(template: Template, question: Question): Witness | null | 'not-known' {
  return new Search(template).witness(question);
}

/** The printed numbers of the questions that nobody is ever asked. */
export function unreachableQuestions(template: Template): readonly string[] {
  return questionsOf(template).filter((question) => witnessOf(template, question) === null).map(({ ref }) => ref);
}

/** What must be so: for each decisive question which keys must be among the chosen, and which must not be. */
interface State {
  /** Of each test that must hold, the keys any of which will do. */
  readonly wanted: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly barred: ReadonlyMap<string, ReadonlySet<string>>;
  readonly asked: ReadonlySet<string>;
  readonly applies: readonly Applicability[];
}

const mostTried = 4_000;

class Search {
  private tried = 0;
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly sectionOf: ReadonlyMap<string, Applicability | undefined>;

  constructor(private readonly template: Template) {
    const all = template.sections.flatMap((section) => section.questions.map((question) => ({ question, appliesTo: section.appliesTo })));
    this.questions = new Map(all.map(({ question }) => [question.key, question]));
    this.sectionOf = new Map(all.map(({ question, appliesTo }) => [question.key, appliesTo]));
  }

  witness(question: Question): Witness | null | 'not-known' {
    const start: State = { wanted: new Map(), barred: new Map(), asked: new Set(), applies: [] };
    for (const state of this.asking(question, start)) {
      if (++this.tried > mostTried) return 'not-known';
      const found = this.settled(state);
      if (found) return found;
    }
    return null;
  }

  private *asking(question: Question, state: State): Generator<State> {
    if (state.asked.has(question.key)) return yield state;
    const applies = [question.appliesTo, this.sectionOf.get(question.key)].filter((one) => one !== undefined);
    const next: State = { ...state, asked: new Set([...state.asked, question.key]), applies: [...state.applies, ...applies] };
    if (question.showIf === undefined) yield next;
    else yield* this.holding(question.showIf, true, next);
  }

  private *holding(condition: Condition, wanted: boolean, state: State): Generator<State> {
    if ('not' in condition) return yield* this.holding(condition.not, !wanted, state);
    if ('all' in condition) return yield* wanted ? this.every(condition.all, true, state) : this.some(condition.all, false, state);
    if ('any' in condition) return yield* wanted ? this.some(condition.any, true, state) : this.every(condition.any, false, state);
    const question = this.questions.get(condition.question);
    if (!wanted) {
      // a test of what is not answered fails too, so barring is enough, asked or not
      const barred = new Set([...(state.barred.get(condition.question) ?? []), ...condition.is]);
      return yield { ...state, barred: new Map([...state.barred, [condition.question, barred]]) };
    }
    if (question === undefined) return;
    for (const asked of this.asking(question, state)) {
      const lists = [...(asked.wanted.get(condition.question) ?? []), condition.is];
      yield { ...asked, wanted: new Map([...asked.wanted, [condition.question, lists]]) };
    }
  }

  private *every(parts: readonly Condition[], wanted: boolean, state: State): Generator<State> {
    const [first, ...rest] = parts;
    if (first === undefined) return yield state;
    for (const held of this.holding(first, wanted, state)) yield* this.every(rest, wanted, held);
  }

  private *some(parts: readonly Condition[], wanted: boolean, state: State): Generator<State> {
    for (const part of parts) yield* this.holding(part, wanted, state);
  }

  private settled(state: State): Witness | null {
    const profile = profileFor(this.template, state.applies);
    if (profile === null) return null;
    const answers: Record<string, Answer> = {};
    for (const [key, lists] of state.wanted) {
      const chosen = this.chosen(this.questions.get(key)!, lists, state.barred.get(key) ?? new Set());
      if (chosen === null) return null;
      answers[key] = chosen;
    }
    return { profile, answers };
  }

  /** An answer that meets every list at once: any number of choices, but one level or choice. */
  private chosen(question: Question, lists: readonly (readonly string[])[], barred: ReadonlySet<string>): Answer | null {
    const possible = (question.type === 'level' ? scaleOf(this.template, question.scale)?.levels.map(({ key }) => key) : question.choices?.map(({ key }) => key)) ?? [];
    const open = possible.filter((key) => !barred.has(key));
    const silent: Answer = { level: null, value: null, note: '', naReason: null };
    if (question.type === 'choices') {
      const picked = lists.map((list) => open.find((key) => list.includes(key)));
      return picked.includes(undefined) ? null : { ...silent, value: [...new Set(picked as string[])] };
    }
    const key = open.find((one) => lists.every((list) => list.includes(one)));
    if (key === undefined) return null;
    return question.type === 'level' ? { ...silent, level: key } : { ...silent, value: key };
  }
}

/** An organisation to which all of these apply. Of a list of features any one will do, so one that nobody rules out is taken. */
function profileFor({ audience }: Template, applies: readonly Applicability[]): OrganisationProfile | null {
  const within = <T>(all: readonly T[], list: (one: Applicability) => readonly T[] | undefined) =>
    all.filter((value) => applies.every((one) => list(one)?.includes(value) ?? true));
  const [phase, sector] = [within(phases, (one) => one.phases), within(sectors, (one) => one.sectors)];
  const places = (list: (one: Applicability) => readonly string[] | undefined) => {
    const named = [...new Set(applies.flatMap((one) => list(one) ?? []))];
    return named.length === 0 ? [''] : within(named, list);
  };
  const [type, area] = [places((one) => one.types), places((one) => one.areas)];
  const ruledOut = new Set(applies.flatMap(({ withoutFeatures = [] }) => withoutFeatures));
  const needed = applies.flatMap(({ features: any }) => (any === undefined ? [] : [any.find((feature) => !ruledOut.has(feature))]));
  const school = audience === 'school';
  if ((school ? phase : sector).length === 0 || type.length === 0 || area.length === 0 || needed.includes(undefined)) return null;
  // a list of the other audience's can be met by nobody of this one
  if (applies.some((one) => (school ? one.sectors : one.phases) !== undefined)) return null;
  return {
    kind: audience, phase: school ? phase[0]! : null, sector: school ? null : sector[0]!,
    features: features.filter((feature): feature is Feature => needed.includes(feature)), type: type[0]!, area: area[0] || null,
  };
}
