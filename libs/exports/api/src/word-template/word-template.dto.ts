import { templatePlaceKeys, type TemplatePlace } from '@attest/domain/exports';
import { Instant, One, Text, Texts, Whole } from '@attest/shared/api';

export class KeptWordTemplate {
  @Text({ example: 'Board paper.docx' }) fileName: string;
  @Whole({ max: Number.MAX_SAFE_INTEGER, example: 48_000 }) bytes: number;
  @Instant() savedAt: string;
  @Texts({ of: templatePlaceKeys, description: 'What it has places for' }) places: TemplatePlace[];
  @Texts({ of: templatePlaceKeys, description: 'What most templates have a place for, and this one has not' }) missing: TemplatePlace[];
  @Texts({ description: 'What stands in double braces in it that nothing is put in for: it stays as it is' }) unknown: string[];
}

export class WordTemplateView {
  @One(() => KeptWordTemplate, { nullable: true, description: 'null where the partnership has none' }) template: KeptWordTemplate | null;
}
