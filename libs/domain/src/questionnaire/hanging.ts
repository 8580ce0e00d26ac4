import { testsIn } from './condition';
import { questionsOf } from './questions-of';
import type { Template } from './template';

/** These questions, and all that are asked or not because of what they say, however many steps away; in printed order. */
export function withThoseThatHangOn(template: Template, keys: readonly string[]): readonly string[] {
  const found = new Set(keys);
  // a condition only looks back, so that one pass in printed order finds them all
  for (const { key, showIf } of questionsOf(template)) {
    if (showIf && testsIn(showIf).some(({ question }) => found.has(question))) found.add(key);
  }
  return questionsOf(template).filter(({ key }) => found.has(key)).map(({ key }) => key);
}
