import { features, sectors, type Feature } from '@attest/domain/questionnaire';
import { OneOf, Text, Texts, Uuid } from '@attest/shared/api';

/** What decides which questions an agency is asked; the others are a school's. */
export const agencyFeatures = ['statutory', 'commissions', 'employs-volunteers', 'health'] as const satisfies readonly Feature[];

export class Agency {
  @Text({ min: 2, max: 200, example: 'Riverland Police' }) name: string;
  @OneOf(sectors, { example: 'police' }) sector: (typeof sectors)[number];
  @Texts({ of: features.filter((feature) => agencyFeatures.some((known) => known === feature)) }) features: Feature[];
  @Uuid({ nullable: true, description: 'Null for an agency that works across all areas.' }) areaId: string | null;
}
