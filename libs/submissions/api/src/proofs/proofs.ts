import { scaleOf, type Level, type Template } from '@attest/domain/questionnaire';
import { canonicalJson, sha256 } from '@attest/shared/api';
import type { FrozenSignature } from '../frozen-return';
import type { GivenSignature } from '../signing/signing.dto';
import type { AnswerChange, MovementSince } from './proofs.dto';
import type { SealedText } from './proofs.queries';

/** As much of a sealed text as is read again; those made by the demonstration have no list of answers. */
interface SealedContent {
  readonly answers?: unknown;
  readonly ratings?: { readonly overall: { readonly level: string | null } };
  readonly signatures?: readonly FrozenSignature[];
}

export interface SealedAnswer {
  readonly key: string;
  readonly ref: string;
  readonly wording: string;
  readonly level: string | null;
  readonly value: unknown;
  readonly note: string;
  readonly naReason: string | null;
}

const contentOf = ({ content }: SealedText) => JSON.parse(content) as SealedContent;
const answersOf = (text: SealedText) => { const { answers } = contentOf(text); return Array.isArray(answers) ? (answers as SealedAnswer[]) : null; };

/** Not what the row beside it says: the text itself is hashed again. */
export const isUnbroken = ({ content, sha256: signed }: SealedText) => sha256(content) === signed;

export function signaturesIn(text: SealedText): GivenSignature[] {
  const { signatures } = contentOf(text);
  if (!signatures) return [{ name: text.signed_name, role: text.signed_role, declaration: text.declaration, at: text.at.toISOString() }];
  return signatures.map(({ name, role, declaration, at }) => ({ name, role, declaration, at }));
}

/** Whether these are the answers of the sealed text. Who wrote them does not count: a name may have been erased since. Null where the text has no list of them. */
export function saysTheSame(text: SealedText, answers: readonly SealedAnswer[]): boolean | null {
  const sealed = answersOf(text);
  return sealed && canonicalJson(sealed.map(said)) === canonicalJson(answers.map(said));
}

/** Null where one of them has no list of answers, so that nobody can say. */
export function movementBetween(before: SealedText, now: SealedText, template: Template): MovementSince | null {
  const [then, here] = [answersOf(before), answersOf(now)];
  if (!then || !here) return null;
  const known = new Map(then.map((answer) => [answer.key, answer]));
  const gone = then.filter(({ key }) => !here.some((answer) => answer.key === key));
  return {
    overall: { before: resultOf(before, template), now: resultOf(now, template) },
    answers: [
      ...here.flatMap((answer) => changeOf(known.get(answer.key) ?? null, answer, template)),
      ...gone.map(({ ref, wording, key, level }): AnswerChange => ({ ref, wording, before: levelOf(template, key, level), now: null, words: true })),
    ],
  };
}

function changeOf(before: SealedAnswer | null, now: SealedAnswer, template: Template): AnswerChange[] {
  if (before && canonicalJson(said(before)) === canonicalJson(said(now))) return [];
  const { key, ref, wording, level, ...rest } = said(now);
  const { level: was = null, ...restThen } = before ? said(before) : { level: null };
  return [{ ref, wording, before: levelOf(template, key, was), now: levelOf(template, key, level), words: canonicalJson({ ...restThen, key: '', ref: '', wording: '' }) !== canonicalJson({ ...rest, key: '', ref: '', wording: '' }) }];
}

function resultOf(text: SealedText, template: Template): Level | null {
  const level = contentOf(text).ratings?.overall.level ?? null;
  return scaleOf(template, template.scoring.resultScale)?.levels.find(({ key }) => key === level) ?? null;
}

function levelOf(template: Template, question: string, level: string | null): Level | null {
  const scale = template.sections.flatMap(({ questions }) => questions).find(({ key }) => key === question)?.scale;
  return scaleOf(template, scale)?.levels.find(({ key }) => key === level) ?? null;
}

const said = ({ key, ref, wording, level, value, note, naReason }: SealedAnswer): SealedAnswer => ({ key, ref, wording, level, value, note, naReason });
