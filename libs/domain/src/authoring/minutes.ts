import { askedQuestions, wordCount } from '../questionnaire';
import type { OrganisationProfile, Question, Template } from '../questionnaire';

/** Words a minute that adults read of what they must understand, and that they write of what they must weigh. */
const [READS, WRITES] = [200, 25];
/** Minutes of thought and of looking things up, by what is asked. */
const thought = { 'level': 1, 'choice': 0.3, 'choices': 0.4, 'number': 1, 'percentage': 1, 'date': 0.5, 'text': 0.5, 'person': 0.3, 'table': 2, 'evidence': 1, 'declaration': 0.3 } as const;
/** Words people write where there is room for them, as a part of the limit. */
const [USUAL, OF_LIMIT] = [40, 0.3];

/** Minutes to answer one question, for somebody who knows the answer: reading, thinking and writing. One decimal. */
export function minutesFor({ type, wording, help = '', descriptors = {}, explanation, words, lines, evidenceRule = 'optional' }: Question): number {
  const read = [wording, help, ...Object.values(descriptors)].reduce((sum, text) => sum + wordCount(text), 0) / READS;
  const writes = type === 'text' ? lines !== 'one' : explanation === 'required';
  const written = writes ? Math.min(USUAL, words === undefined ? USUAL : words * OF_LIMIT) / WRITES : 0;
  const shown = evidenceRule === 'required' ? 1 : 0;
  return Math.round((read + thought[type] + written + shown) * 10) / 10;
}

/** Whole minutes for all that an organisation of this profile is asked before it has answered anything. */
export function minutesToAnswer(template: Template, profile: OrganisationProfile): number {
  return Math.round(askedQuestions(template, profile, {}).flatMap(({ questions }) => questions).reduce((sum, question) => sum + minutesFor(question), 0));
}
