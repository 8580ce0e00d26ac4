import { organisationKinds } from '@attest/domain/questionnaire';
import { CalendarDate, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

export class TemplateSummary {
  @Uuid() versionId: string;
  @Text({ example: 'section-175' }) code: string;
  @Text({ example: 'Section 175 and 157 return' }) title: string;
  @Text({ example: '2026-27' }) edition: string;
  @OneOf(organisationKinds) audience: (typeof organisationKinds)[number];
  @Text() purpose: string;
  @Whole({ example: 13 }) sections: number;
  @Whole({ example: 68 }) questions: number;
  @CalendarDate() effectiveFrom: string;
}
