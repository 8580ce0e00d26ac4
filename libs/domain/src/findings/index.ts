export { findingsIn, findingsRules, rules } from './rules';
export { leastForPercentage } from './sentences';
export type { Counted, Finding, FindingsFacts, FoundLevel, Place, QuestionFacts, StandardFacts } from './facts';
export type { Rule } from './rules';
