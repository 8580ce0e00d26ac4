import { questionsOf } from '../questionnaire';
import type { Question, Template } from '../questionnaire';
import { lineageOf } from './thread';

export interface LineageProblem {
  /** Printed number, or the key of a question that is asked no more. */
  readonly where: string;
  readonly detail: string;
}

/** What is unclear or contradicts itself in where questions come from. Every question of the edition before has a fate. */
export function lineageProblems(before: Template, after: Template): readonly LineageProblem[] {
  const old = new Map(questionsOf(before).map((question) => [question.key, question]));
  const now = questionsOf(after);
  const known = new Set(old.keys());
  const heirs = new Map<string, Question[]>();
  for (const question of now) for (const key of lineageOf(question, known).from) heirs.set(key, [...(heirs.get(key) ?? []), question]);
  const retired = new Set((after.retired ?? []).map(({ key }) => key));
  return [
    ...now.flatMap((question) => ownProblems(question, known, heirs)),
    ...[...old.values()].flatMap(({ key, ref, title }) => {
      if (retired.has(key) && heirs.has(key)) return [{ where: key, detail: `${ref} ${title} of the edition before is called retired, and ${heirs.get(key)![0]!.ref} is said to come from it.` }];
      if (retired.has(key) || heirs.has(key)) return [];
      return [{ where: key, detail: `Say what became of ${ref} ${title} of the edition before: retired, or where it went.` }];
    }),
  ];
}

function ownProblems(question: Question, known: ReadonlySet<string>, heirs: ReadonlyMap<string, readonly Question[]>): readonly LineageProblem[] {
  const { ref, key } = question;
  const { kind, from } = lineageOf(question, known);
  const say = (detail: string) => [{ where: ref, detail }];
  const strange = from.filter((one) => !known.has(one));
  if (strange.length > 0) return say(`${ref} is said to come from "${strange[0]}", which the edition before did not ask.`);
  if (kind === 'new') return from.length > 0 || known.has(key) ? say(`${ref} is called new, and the edition before asked it: give it a key of its own, or say where it comes from.`) : [];
  if (kind === 'merged') return from.length < 2 ? say(`${ref} is called merged: name the two or more questions it was made of.`) : [];
  if (from.length !== 1) return say(`${ref} is called ${kind}: name the one question it comes from.`);
  const shared = (heirs.get(from[0]!) ?? []).length > 1;
  if (kind === 'split') return shared ? [] : say(`${ref} is called split, and nothing else comes from the same question.`);
  return shared ? say(`${ref} shares where it comes from with another question, so it was split.`) : [];
}
