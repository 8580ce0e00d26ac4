import { afterHandover, organisationRoles, partnershipRoles, roles } from '@attest/domain/access';
import { Email, Flag, Instant, Many, NamedView, One, OneOf, PageNumber, Text, Texts, Uuid, Whole } from '@attest/shared/api';

export const invitationStates = ['sent', 'accepted', 'expired', 'withdrawn', 'ended'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Where to: an organisation, every school of a trust, or the partnership when neither is given. */
export class NewInvitation {
  @Text({ max: 200, example: 'Jamila Ahmed', description: 'May be empty: whoever accepts enters their name.' }) name: string;
  @Email() email: string;
  @OneOf(roles) role: (typeof roles)[number];
  @Uuid({ nullable: true, description: 'For a role in an organisation.' }) organisationId: string | null;
  @Text({ nullable: true, max: 200, example: null as never, description: 'The name of the trust, for a trust lead.' }) trust: string | null;
}

export class NewInvitations {
  @Many(() => NewInvitation, { most: 2000 }) invitations: NewInvitation[];
}

export class NewLead {
  @Text({ max: 200, example: 'Tom Fenwick' }) name: string;
  @Email() email: string;
  @OneOf(afterHandover, { description: 'What becomes of the lead who hands over, once the next one has accepted.' }) afterwards: (typeof afterHandover)[number];
}

export class InvitationView {
  @Uuid() id: string;
  @Text({ example: 'Jamila Ahmed' }) name: string;
  @Email() email: string;
  @OneOf(roles) role: (typeof roles)[number];
  @One(() => NamedView, { nullable: true, description: 'Null for a trust and for the partnership.' }) organisation: NamedView | null;
  @Text({ nullable: true, example: 'Invented Learning Trust' }) trust: string | null;
  @OneOf(afterHandover, { nullable: true, description: 'Set when a lead hands over.' }) handover: (typeof afterHandover)[number] | null;
  @OneOf(invitationStates) state: InvitationState;
  @Text({ example: 'Priya Shah' }) invitedBy: string;
  @Instant() invitedAt: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true, description: 'When it was sent again.' }) remindedAt: string | null;
  @Texts({ description: 'What may be done now.' }) moves: string[];
}

export class InvitationFilters {
  @OneOf(invitationStates, { optional: true }) state?: InvitationState;
  @Text({ optional: true, max: 100, example: 'oak', description: 'Part of a name, an address or the name of an organisation.' }) search?: string;
  @PageNumber('Page, from 1; 50 a page.') page?: string;
}

export class InvitationList {
  @Whole({ example: 42 }) total: number;
  @Whole({ example: 1 }) page: number;
  @Whole({ example: 1 }) pages: number;
  @Many(() => InvitationView) items: InvitationView[];
}

export class SentView {
  @Whole({ example: 42 }) sent: number;
}

export class PastedList {
  @Text({ min: 1, max: 400_000, example: 'Jamila Ahmed, dsl@school.example, 990101, lead', description: 'One person a line: name, e-mail address, organisation or URN, role.' }) text: string;
}

export class RowProblem {
  @OneOf(['name', 'email', 'organisation', 'role']) column: 'name' | 'email' | 'organisation' | 'role';
  @Text({ example: 'Enter an e-mail address.' }) detail: string;
}

export class CheckedRow {
  @Whole({ example: 2, description: 'The line of the list, or the row of the workbook.' }) row: number;
  @Text({ example: 'Jamila Ahmed' }) name: string;
  @Text({ example: 'dsl@school.example' }) email: string;
  @Text({ example: 'Oakfield Primary School', description: 'As it was written or, when it was found, as the register has it.' }) place: string;
  @Text({ example: 'lead', description: 'As it was written.' }) role: string;
  @One(() => NewInvitation, { nullable: true, description: 'What would be sent; null when something is wrong.' }) invitation: NewInvitation | null;
  @Many(() => RowProblem) problems: RowProblem[];
}

export class CheckView {
  @Many(() => CheckedRow) rows: CheckedRow[];
  @Whole({ example: 42 }) ready: number;
  @Whole({ example: 2 }) wrong: number;
}

/** 32 bytes in base64url. */
export class Token {
  @Text({ min: 1, max: 100, example: 'mYx3…', description: 'What stands at the end of the link.' }) token: string;
}

export class Acceptance extends Token {
  @Text({ optional: true, max: 200, example: 'Jamila Ahmed', description: 'Of somebody who has no account yet.' }) name?: string;
  @Text({ min: 1, max: 128, example: 'three quiet herons by the weir', description: 'A new one, or that of an account whose last role has ended.' }) password: string;
}

/** Of the address the invitation was sent to. `resting`: every role has ended, so that nobody can sign in with it. */
export const accountStates = ['none', 'active', 'resting', 'closed'] as const;

export class OpenedInvitation {
  @OneOf(invitationStates) state: InvitationState;
  @Text({ example: 'South Riverside Safeguarding Children Partnership' }) partnership: string;
  @Text({ nullable: true, example: 'Oakfield Primary School' }) organisation: string | null;
  @Text({ nullable: true, example: 'Invented Learning Trust' }) trust: string | null;
  @OneOf([...partnershipRoles, ...organisationRoles]) role: (typeof roles)[number];
  @Flag({ description: 'Whether the lead who invites hands over.' }) handover: boolean;
  @Text({ example: 'Jamila Ahmed' }) name: string;
  @Email() email: string;
  @Text({ example: 'Priya Shah' }) invitedBy: string;
  @Instant() invitedAt: string;
  @Instant() expiresAt: string;
  @OneOf(accountStates, { description: 'None: accept with a name and a new password. Active: sign in, then join. Resting: accept with the password of the account.' })
  account: (typeof accountStates)[number];
}
