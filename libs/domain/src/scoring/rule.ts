import type { Answers, OrganisationProfile, Template } from '../questionnaire';
import type { Ratings, SmallestChange } from './rating';

/**
 * How ratings come about. What a rule gave once it gives for ever, because results that are stored under its name are worked
 * out again by it: a change of mind is another rule, in a folder of its own and under another name.
 */
export interface Rule {
  rate(template: Template, profile: OrganisationProfile, answers: Answers): Ratings;
  /** What would lift a section (by key) or the whole (null) to the next better level; `null` where nothing would. */
  smallestChange(template: Template, profile: OrganisationProfile, answers: Answers, sectionKey: string | null): SmallestChange | null;
  /** How results come about, for whoever reads them without the product: printed on every report. */
  inWords(template: Template): readonly string[];
}
