import { plainest, questionsOf, scaleOf } from '../questionnaire';
import type { Condition, Question, Template } from '../questionnaire';

/**
 * A condition as people read and write it, on screen and in a workbook:
 *
 *     1.2 is "Yes" and (1.4 is one of "Partly", "No" or not 1.5 is "Never")
 *
 * `and` binds closer than `or`; quotation marks within a label are doubled. Reading what was written gives the same
 * condition again, in its plainest form.
 */
export function conditionInWords(template: Template, condition: Condition): string {
  const questions = new Map(questionsOf(template).map((question) => [question.key, question]));
  const written = (part: Condition, within: 'or' | 'and' | 'not'): string => {
    if ('all' in part) return joined(part.all, 'and', within);
    if ('any' in part) return joined(part.any, 'or', within);
    if ('not' in part) return `not ${written(part.not, 'not')}`;
    const question = questions.get(part.question);
    const labels = part.is.map((key) => `"${(question === undefined ? key : labelOf(template, question, key)).replaceAll('"', '""')}"`);
    return `${question?.ref ?? part.question} ${labels.length === 1 ? 'is' : 'is one of'} ${labels.join(', ')}`;
  };
  const joined = (parts: readonly Condition[], word: 'and' | 'or', within: 'or' | 'and' | 'not') => {
    if (parts.length === 1) return written(parts[0]!, within);
    const text = parts.map((part) => written(part, word === 'or' ? 'or' : 'and')).join(` ${word} `);
    return within === 'not' || (within === 'and' && word === 'or') ? `(${text})` : text;
  };
  return written(plainest(condition), 'or');
}

/** What was read, or what is wrong with it and at which character (from 1). */
export type ReadCondition = { readonly condition: Condition } | { readonly problem: string; readonly at: number };

export function readCondition(template: Template, sentence: string): ReadCondition {
  try {
    return { condition: new Reader(template, sentence).whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message, at: error.at + 1 };
    throw error;
  }
}

class Unreadable extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

/** Deeper than anybody means; it keeps a hostile cell of a workbook from exhausting the stack. */
const deepest = 20;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly questions: ReadonlyMap<string, Question>;

  constructor(private readonly template: Template, private readonly text: string) {
    this.questions = new Map(questionsOf(template).map((question) => [question.ref, question]));
  }

  whole(): Condition {
    const condition = this.either();
    this.skipSpace();
    if (this.at < this.text.length) throw new Unreadable(`"${this.rest()}" is not understood: join tests with "and" or "or".`, this.at);
    return plainest(condition);
  }

  private either(): Condition {
    const any = [this.both()];
    while (this.word('or')) any.push(this.both());
    return { any };
  }

  private both(): Condition {
    const all = [this.single()];
    while (this.word('and')) all.push(this.single());
    return { all };
  }

  private single(): Condition {
    if (++this.depth > deepest) throw new Unreadable('There are too many brackets and "not"s within one another.', this.at);
    try {
      if (this.word('not')) return { not: this.single() };
      if (!this.mark('(')) return this.test();
      const inner = this.either();
      if (!this.mark(')')) throw new Unreadable('A bracket is opened and not closed.', this.at);
      return inner;
    } finally {
      this.depth--;
    }
  }

  private test(): Condition {
    this.skipSpace();
    const start = this.at;
    const ref = /^[^\s"(),]+/.exec(this.text.slice(start))?.[0] ?? '';
    if (ref === '') throw new Unreadable('Name a question by its number, such as 1.2 is "Yes".', start);
    const question = this.questions.get(ref);
    if (question === undefined) throw new Unreadable(`There is no question ${ref}.`, start);
    this.at += ref.length;
    if (!this.word('is')) throw new Unreadable(`Write "is" after ${ref}, such as ${ref} is "Yes".`, this.at);
    const negated = this.word('not');
    const several = this.word('one') && this.word('of');
    const is = [this.label(question)];
    while (several && this.mark(',')) is.push(this.label(question));
    const test: Condition = { question: question.key, is: [...new Set(is)] };
    return negated ? { not: test } : test;
  }

  /** The key of the level or choice that is called so, whatever the case of its letters. */
  private label(question: Question): string {
    this.skipSpace();
    const start = this.at;
    const quoted = /^"((?:[^"]|"")*)"/.exec(this.text.slice(start).replace(/[“”]/g, '"'));
    if (quoted === null) throw new Unreadable(`Write the answer to ${question.ref} in quotation marks.`, start);
    this.at += quoted[0].length;
    const wanted = quoted[1]!.replaceAll('""', '"').trim().toLowerCase();
    const possible = labelsOf(this.template, question);
    const found = possible.find(({ label }) => label.toLowerCase() === wanted);
    if (found) return found.key;
    const known = possible.length === 0 ? 'it has no answers to choose from' : `use one of ${possible.map(({ label }) => `"${label}"`).join(', ')}`;
    throw new Unreadable(`"${quoted[1]}" is no answer to ${question.ref}: ${known}.`, start);
  }

  private word(wanted: string): boolean {
    this.skipSpace();
    const found = this.text.slice(this.at, this.at + wanted.length).toLowerCase() === wanted && !/[\p{L}\d]/u.test(this.text[this.at + wanted.length] ?? '');
    if (found) this.at += wanted.length;
    return found;
  }

  private mark(wanted: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== wanted) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private rest(): string {
    const rest = this.text.slice(this.at);
    return rest.length > 30 ? `${rest.slice(0, 30)}…` : rest;
  }
}

/** What can be chosen as the answer, and how it is called. */
export function labelsOf(template: Template, { type, scale, choices = [] }: Question): readonly { readonly key: string; readonly label: string }[] {
  if (type === 'level') return scaleOf(template, scale)?.levels.map(({ key, word }) => ({ key, label: word })) ?? [];
  return type === 'choice' || type === 'choices' ? choices : [];
}

const labelOf = (template: Template, question: Question, key: string) => labelsOf(template, question).find((one) => one.key === key)?.label ?? key;
