import { features, organisationKinds, phases, sectors } from '@attest/domain/questionnaire';
import { CalendarDate, Instant, Many, NamedView, One, OneOf, PageNumber, Text, Texts, Uuid, Whole } from '@attest/shared/api';

export const statuses = ['open', 'closed', 'proposed-to-close', 'proposed-to-open'] as const;

export class AreaView {
  @Uuid() id: string;
  @Text({ example: 'Middlesbrough' }) name: string;
  @Text({ example: '806' }) laCode: string;
}

export class OrganisationView {
  @Uuid() id: string;
  @OneOf(organisationKinds) kind: (typeof organisationKinds)[number];
  @Text({ example: 'Oakfield Primary School' }) name: string;
  @Text({ nullable: true, example: '990001' }) urn: string | null;
  @OneOf(phases, { nullable: true }) phase: (typeof phases)[number] | null;
  @OneOf(sectors, { nullable: true }) sector: (typeof sectors)[number] | null;
  @Text({ example: 'Voluntary aided school' }) type: string;
  @Texts({ of: features }) features: (typeof features)[number][];
  @OneOf(statuses) status: (typeof statuses)[number];
  @One(() => AreaView, { nullable: true, description: 'Null for organisations that work across all areas.' }) area: AreaView | null;
  @Text({ nullable: true, example: 'Invented Learning Trust' }) trust: string | null;
  @Text({ nullable: true, example: 'Mrs A Sample' }) head: string | null;
  @Whole({ nullable: true, example: 214 }) pupils: number | null;
  @Text({ example: 'ZZ1 1ZZ' }) postcode: string;
  @CalendarDate({ nullable: true }) openedOn: string | null;
  @CalendarDate({ nullable: true }) closedOn: string | null;
  @One(() => NamedView, { nullable: true, description: 'The school this one followed, such as before an academy conversion.' }) predecessor: NamedView | null;
}

export class OrganisationFilters {
  @OneOf(organisationKinds, { optional: true }) kind?: (typeof organisationKinds)[number];
  @Uuid({ optional: true }) areaId?: string;
  @OneOf(phases, { optional: true }) phase?: (typeof phases)[number];
  @OneOf(sectors, { optional: true }) sector?: (typeof sectors)[number];
  @OneOf(statuses, { optional: true }) status?: (typeof statuses)[number];
  @Text({ optional: true, max: 100, example: 'oak', description: 'Part of the name, or a URN.' }) search?: string;
  @PageNumber('Page, from 1; 50 a page.') page?: string;
}

export class OrganisationList {
  @Whole({ example: 141 }) total: number;
  @Whole({ example: 1 }) page: number;
  @Whole({ example: 3 }) pages: number;
  @Many(() => OrganisationView) items: OrganisationView[];
}

/** What the register file would change, in the words people use for it. */
export const changeKinds = ['opened', 'closed', 'converted', 'renamed', 'reopened', 'changed'] as const;

export class RegisterChange {
  @OneOf(changeKinds) kind: (typeof changeKinds)[number];
  @Text({ example: '990002' }) urn: string;
  @Text({ example: 'Invented Academy' }) name: string;
  @Text({ example: 'Becomes Invented Academy (URN 990002) from 1 September 2025; its history follows.' }) detail: string;
}

export class ImportView {
  @Uuid() id: string;
  @Text({ example: 'edubasealldata20260901.csv' }) fileName: string;
  @Text({ example: 'Priya Shah' }) uploadedBy: string;
  @Instant() uploadedAt: string;
  @Instant({ nullable: true }) appliedAt: string | null;
  @Whole({ example: 50123, description: 'Rows in the file.' }) rows: number;
  @Whole({ example: 131, description: 'Rows for schools of this partnership.' }) concerned: number;
  @Whole({ example: 110 }) unchanged: number;
  @Whole({ example: 2, description: 'Schools held as open that the file does not have. They are left as they are: only a row that says so closes a school.' }) absent: number;
  @Many(() => RegisterChange) changes: RegisterChange[];
  @Texts({ description: 'What may be done now.' }) moves: string[];
}
