import { features, phases, sectors } from './organisation-profile';
import type { OrganisationKind } from './organisation-profile';
import type { Applicability } from './template';
import { problemAt } from './template-problem';
import type { Report } from './template-problem';

/** A misspelt feature or an empty list would take a question away from everybody without a word. */
export function applicabilityProblems(audience: OrganisationKind, where: string, applicability: Applicability = {}): Report {
  const problem = problemAt(where);
  const lists = [
    { name: 'phases', values: applicability.phases, known: phases, only: 'school' },
    { name: 'sectors', values: applicability.sectors, known: sectors, only: 'agency' },
    { name: 'features', values: applicability.features, known: features, only: audience },
    // Being without any of nothing is true of all, so an empty list here does no harm.
    { name: 'withoutFeatures', values: applicability.withoutFeatures?.length === 0 ? undefined : applicability.withoutFeatures, known: features, only: audience },
  ] as const;

  return lists.flatMap(({ name, values, known, only }) => {
    if (values === undefined) return [];
    const unknown = values.filter((value) => !(known as readonly string[]).includes(value));
    return [
      ...(unknown.length === 0 ? [] : [problem('applies-to-unknown', `${where} names ${name} that do not exist: ${unknown.join(', ')}.`)]),
      ...(values.length === 0 ? [problem('applies-to-nobody', `${where} lists no ${name}, so nobody would be asked: name some or take the list out.`)] : []),
      ...(only === audience ? [] : [problem('applies-to-nobody', `${where} is limited by ${name}, which this questionnaire's organisations do not have.`)]),
    ];
  });
}
