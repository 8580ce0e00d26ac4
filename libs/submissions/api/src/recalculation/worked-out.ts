import type { Template } from '@attest/domain/questionnaire';
import { differences, percentOf, ruleCalled, type Difference, type DifferenceKind, type StoredRating } from '@attest/domain/scoring';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn, levelOn } from '../answers';
import { profileOf } from '../return-view';
import type { DifferenceView } from './recalculation.dto';
import type { RatedReturnRow } from './recalculation.queries';

/** A difference and whose it is. */
export interface Found {
  readonly row: Pick<RatedReturnRow, 'id' | 'organisation_id' | 'organisation_name'>;
  readonly template: Template;
  readonly rule: string;
  readonly difference: Difference;
}

/** What differs in one return by the rule its result is stored under; or the name of that rule, where nobody here knows it. */
export function foundIn(row: RatedReturnRow, { template, questions }: TemplateVersion): readonly Found[] | { readonly unknownRule: string } {
  const name = row.ratings.find(({ section }) => section === '')?.rule ?? template.scoring.rule;
  const rule = ruleCalled(name);
  if (!rule) return { unknownRule: name };
  // evidence is never scored
  const now = rule.rate(template, profileOf(row, template), answersIn(row.answers, questions, {}));
  const { id, organisation_id, organisation_name } = row;
  return differences(row.ratings, now).map((difference) => ({ row: { id, organisation_id, organisation_name }, template, rule: name, difference }));
}

export function differenceView({ row, template, difference: { section, kind, from, to } }: Found): DifferenceView {
  const of = template.sections.find(({ key }) => key === section);
  const level = (rating: StoredRating | null) => levelOn(template, template.scoring.resultScale, rating?.level ?? null);
  return {
    organisation: { id: row.organisation_id, name: row.organisation_name }, submissionId: row.id,
    section, title: of ? `${of.ref} ${of.title}` : 'Whole return', kind,
    from: level(from), fromPercent: from && percentOf(from), to: level(to), toPercent: percentOf(to),
  };
}

/** What is written of a rating that differs. */
export function ratedAgain({ row, rule, difference: { to } }: Found) {
  const { section, level, won, available, trace } = to;
  return { submission_id: row.id, organisation_id: row.organisation_id, section_key: section, level, won, available, trace, rule };
}

export function countsOf(found: readonly Found[]): Record<DifferenceKind, number> {
  const count = (kind: DifferenceKind) => found.filter(({ difference }) => difference.kind === kind).length;
  return { level: count('level'), points: count('points'), explanation: count('explanation') };
}
