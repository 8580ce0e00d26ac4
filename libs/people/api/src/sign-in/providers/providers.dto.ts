import { Instant, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

export class ProviderView {
  @Text({ example: 'council', description: 'Stands in `GET /api/sign-in/:provider`.' }) key: string;
  @Text({ example: 'Council account' }) name: string;
}

export class Towards {
  @Text({ optional: true, max: 2000, example: '/returns', description: 'The page of ours to go to afterwards.' }) then?: string;
  @OneOf(['true'], { optional: true, description: 'Has the provider ask who it is, also whom it knows.' }) again?: 'true';
}

export class InvitationToAccept {
  @Text({ min: 1, max: 100, example: 'mYx3…', description: 'What stands at the end of the link of the invitation.' }) token: string;
}

export class ProviderToLink {
  @Text({ min: 1, max: 40, example: 'council' }) provider: string;
}

export class ProviderAddress {
  @Text({ example: 'https://login.example.org/authorize?…', description: 'Send the browser there.' }) address: string;
}

export const identityMoves = ['unlink'] as const;

export class IdentityView {
  @Uuid() id: string;
  @Text({ example: 'Council account' }) provider: string;
  @Text({ example: 'priya.shah@council.example', description: 'What the provider calls this account.' }) label: string;
  @Instant() linkedAt: string;
  @Instant({ nullable: true }) usedAt: string | null;
  @Texts({ of: identityMoves, description: 'The only way to sign in cannot be unlinked.' }) moves: (typeof identityMoves)[number][];
}
