import type { CurrentEditions } from '@attest/domain/authoring';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { libraryTemplates } from '../library';

/** Acts are cited as they stand; there is no later edition of them to point at. */
const hasEditions = ({ version }: { readonly version: string }) => !/^As /.test(version);

const citationsOf = (template: Template) => [...template.legalBasis, ...questionsOf(template).flatMap(({ citations = [] }) => citations)];

/**
 * The editions that the library was written from. Which edition is in force a partnership says itself: no release of this
 * program knows what was issued after it.
 */
export const knownEditions: CurrentEditions = Object.fromEntries(
  libraryTemplates.flatMap(citationsOf).filter(hasEditions).toReversed().map(({ title, version }) => [title, version]),
);
