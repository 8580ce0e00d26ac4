import type { RuleName, Template } from '../questionnaire';
import { attest1 } from './attest-1';
import type { Rule } from './rule';

const known: Readonly<Record<RuleName, Rule>> = { 'attest-1': attest1 };

/** The rules there are, by the names that are stored with results. */
export function ruleBook(rules: Readonly<Record<string, Rule>>) {
  const called = (name: string): Rule | null => (Object.hasOwn(rules, name) ? rules[name]! : null);
  const ruleOf = ({ scoring: { rule } }: Template): Rule => {
    const found = called(rule);
    // publishing refuses such a template, so that nobody is ever asked one
    if (!found) throw new RangeError(`There is no rule called '${rule}'`);
    return found;
  };
  return {
    /** `null` for a name that this program does not know, such as one of a later version. */
    called,
    /** Each section that is asked, and the whole, by the rule that the template names. */
    rate: (...of: Parameters<Rule['rate']>) => ruleOf(of[0]).rate(...of),
    smallestChange: (...of: Parameters<Rule['smallestChange']>) => ruleOf(of[0]).smallestChange(...of),
    ruleInWords: (template: Template) => ruleOf(template).inWords(template),
  };
}

export const { called: ruleCalled, rate, smallestChange, ruleInWords } = ruleBook(known);
