import type { OrganisationKind } from '@attest/domain/questionnaire';

export interface TemplateSummary {
  versionId: string;
  code: string;
  title: string;
  edition: string;
  audience: OrganisationKind;
  purpose: string;
  sections: number;
  questions: number;
  effectiveFrom: string;
}
