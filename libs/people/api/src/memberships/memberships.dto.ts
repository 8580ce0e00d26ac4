import { roles } from '@attest/domain/access';
import { Email, Instant, Many, NamedView, One, OneOf, PageNumber, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { InvitationView } from '../invitations/invitations.dto';

export class HeldRole {
  @Uuid({ description: 'Of the membership.' }) id: string;
  @OneOf(roles) role: (typeof roles)[number];
  @Text({ nullable: true, example: 'Invented Learning Trust', description: 'Set for a trust lead, who has the role in every school of it.' }) trust: string | null;
  @Instant() since: string;
  @Text({ nullable: true, example: 'Priya Shah', description: 'Null for whoever set the partnership up.' }) invitedBy: string | null;
}

export class PersonRow extends HeldRole {
  @Uuid() personId: string;
  @Text({ example: 'Jamila Ahmed' }) name: string;
  @Email() email: string;
  @One(() => NamedView, { nullable: true, description: 'Null for a trust and for the partnership.' }) organisation: NamedView | null;
  @Whole({ example: 1, description: 'How many schools the role reaches, for a trust lead.' }) schools: number;
}

export class PeopleFilters {
  @Uuid({ optional: true }) organisationId?: string;
  @OneOf(roles, { optional: true }) role?: (typeof roles)[number];
  @Text({ optional: true, max: 100, example: 'ahmed', description: 'Part of a name, an address or the name of an organisation.' }) search?: string;
  @PageNumber('Page, from 1; 50 a page.') page?: string;
}

export class PeopleList {
  @Whole({ example: 212 }) total: number;
  @Whole({ example: 1 }) page: number;
  @Whole({ example: 5 }) pages: number;
  @Many(() => PersonRow) items: PersonRow[];
}

export class LeaderlessOrganisation extends NamedView {
  @Text({ nullable: true, example: '990001' }) urn: string | null;
  @Text({ nullable: true, example: 'lead@school.example', description: 'Who was invited and has not accepted yet.' }) invited: string | null;
}

export class ColleagueView extends HeldRole {
  @Uuid() personId: string;
  @Text({ example: 'Jamila Ahmed' }) name: string;
  @Email() email: string;
  @Texts({ of: ['change-role', 'remove'], description: 'What may be done now.' }) moves: ('change-role' | 'remove')[];
  @Text({ nullable: true, example: 'An organisation always has a lead.', description: 'Why somebody cannot be removed, where the role alone would allow it.' }) kept: string | null;
}

export class ReviewView {
  @Instant() at: string;
  @Text({ example: 'Jamila Ahmed' }) by: string;
}

export class OrganisationPeople {
  @One(() => NamedView) organisation: NamedView;
  @Many(() => ColleagueView, { description: 'With a role in the organisation, or in its trust.' }) members: ColleagueView[];
  @Many(() => ColleagueView, { description: 'With a role in the partnership, by which they see this organisation too.' }) partnershipPeople: ColleagueView[];
  @Many(() => InvitationView, { description: 'Sent, and not accepted yet.' }) invitations: InvitationView[];
  @One(() => ReviewView, { nullable: true, description: 'When somebody last confirmed that this list is right.' }) review: ReviewView | null;
  @Texts({ of: roles, description: 'Which roles the caller may give here.' }) mayGive: (typeof roles)[number][];
  @Texts({ of: ['invite', 'hand-over', 'confirm'], description: 'What may be done now.' }) moves: ('invite' | 'hand-over' | 'confirm')[];
}

export class ConfirmedList {
  @Texts({ most: 5000, description: 'The memberships that were on the list, so that nobody confirms what they have not seen.' }) memberships: string[];
}

export class NewRole {
  @OneOf(roles) role: (typeof roles)[number];
}

export class OwnMembership extends HeldRole {
  @One(() => NamedView) partnership: NamedView;
  @Text({ nullable: true, example: 'Oakfield Primary School', description: 'Its name; null for a trust and for the partnership.' }) organisation: string | null;
  @Whole({ example: 1 }) schools: number;
}
