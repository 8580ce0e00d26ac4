import { Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

export class NewJointRound {
  @Uuid() roundId: string;
  @Text({ min: 3, max: 120, example: 'Tees-wide Section 11 2026-27', description: 'As all partners will read it.' }) name: string;
}

export class NewJointInvitation {
  @Text({ min: 2, max: 120, example: 'North Riverside partnership', description: 'Whom the code is given to, in your own words. They do not see this.' }) forWhom: string;
}

export class JointCode {
  @Text({ min: 1, max: 100, example: 'k3xw9p-7m2qht-n8rj5d-v4zc6b', description: 'Of an invitation, as it was given to you.' }) code: string;
}

export class JointAcceptance extends JointCode {
  @Uuid({ nullable: true, description: 'A round of yours that asks the same version; null to choose or draft one later.' }) roundId: string | null;
}

export class JointRoundChoice {
  @Uuid() roundId: string;
}

export class JointLeaving {
  @Text({ min: 3, max: 500, example: 'We run it alone from this year on.' }) reason: string;
}

export class NewJointCode {
  @Text({ example: 'k3xw9p-7m2qht-n8rj5d-v4zc6b', description: 'To be told to whoever is invited. It is not shown again.' }) code: string;
  @Instant() expiresAt: string;
}

export class JointTemplate {
  @Text({ example: 'Section 11 audit' }) title: string;
  @Text({ example: '2026-27' }) edition: string;
}

export class JointPartner {
  @Whole({ min: 1, example: 2, description: 'Which of the partners; theirs alone within this joint round.' }) place: number;
  @Text({ example: 'North Riverside Safeguarding Children Partnership' }) name: string;
  @OneOf(['accepted', 'left']) state: 'accepted' | 'left';
  @Flag({ description: 'They have said which of their rounds it is.' }) hasRound: boolean;
  @Flag({ description: 'They share their figures with you.' }) shares: boolean;
}

const invitationStates = ['open', 'accepted', 'declined', 'withdrawn', 'expired'] as const;

export class JointInvitation {
  @Uuid() id: string;
  @Text({ example: 'North Riverside partnership' }) forWhom: string;
  @OneOf(invitationStates) state: (typeof invitationStates)[number];
  @Instant() expiresAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
}

const moves = ['invite', 'choose-round', 'leave'] as const;

export class JointRoundView {
  @Uuid() id: string;
  @Text({ example: 'Tees-wide Section 11 2026-27' }) name: string;
  @OneOf(['accepted', 'left']) state: 'accepted' | 'left';
  @Flag({ description: 'You began it, and invite the others.' }) begun: boolean;
  @One(() => JointTemplate) template: JointTemplate;
  @Uuid({ nullable: true, description: 'The version here, to draft a round from.' }) templateVersionId: string | null;
  @One(() => NamedView, { nullable: true, description: 'Your round of it.' }) round: NamedView | null;
  @Many(() => NamedView, { description: 'Rounds of yours that ask the same version, and are in no joint round.' }) rounds: NamedView[];
  @Many(() => JointPartner) partners: JointPartner[];
  @Many(() => JointInvitation) invitations: JointInvitation[];
  @Texts({ of: moves, description: 'What may be done now.' }) moves: (typeof moves)[number][];
}

export class JointInvitationView {
  @Text({ example: 'Tees-wide Section 11 2026-27' }) name: string;
  @Text({ example: 'South Riverside Safeguarding Children Partnership' }) by: string;
  @One(() => JointTemplate) template: JointTemplate;
  @Flag({ description: 'You have published this very version already; else it comes with accepting.' }) known: boolean;
  @Text({ nullable: true, description: 'Why it cannot be accepted.' }) refused: string | null;
  @Many(() => NamedView) rounds: NamedView[];
}
