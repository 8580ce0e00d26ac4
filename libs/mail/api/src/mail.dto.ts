import { Email, Instant, Many, OneOf, PageNumber, Text, Texts, Uuid, Whole } from '@attest/shared/api';

export class OutboxMessage {
  @Uuid() id: string;
  @Email() to: string;
  @Text({ example: 'You are invited to Attest' }) subject: string;
  @Instant() createdAt: string;
}

export class OutboxLetter extends OutboxMessage {
  @Text({ example: 'Hello Jamila Ahmed,\n\nYou are invited to Attest.\n' }) text: string;
}

export const deliveryStates = ['waiting', 'sent', 'failed', 'wrong-contact'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export const deliveryMoves = ['send-again'] as const;

export class DeliveryView {
  @Uuid() id: string;
  @Email() to: string;
  @Text({ example: 'You are invited to Attest' }) subject: string;
  @OneOf(deliveryStates, { description: '`wrong-contact`: nobody has that address.' }) state: DeliveryState;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Whole({ description: 'How often it was tried.' }) attempts: number;
  @Text({ nullable: true, example: '550 5.1.1 No such user', description: 'Of the last failure, without addresses.' }) reason: string | null;
  @Texts({ of: deliveryMoves, description: 'What may be done now.' }) moves: (typeof deliveryMoves)[number][];
}

export class DeliveriesQuery {
  @PageNumber('The page, newest first.') page?: string;
}

export const transports = ['outbox', 'smtp', 'notify', 'nothing'] as const;

export class DeliveryList {
  @OneOf(transports, { description: 'How mail leaves: `nothing` while it is not set up.' }) by: (typeof transports)[number];
  @Many(() => DeliveryView) items: DeliveryView[];
  @Whole() total: number;
  @Whole({ min: 1, example: 1 }) page: number;
  @Whole({ min: 1, example: 1 }) pages: number;
}

/** What GOV.UK Notify says of an e-mail: https://docs.notifications.service.gov.uk/rest-api.html#delivery-receipts */
export class DeliveryReceipt {
  @Uuid() id: string;
  @Text({ nullable: true, max: 1000, example: '0198c0de-7000-7000-8000-000000000001', description: 'The identifier we gave it.' }) reference: string | null;
  @Text({ max: 320, example: 'dsl@school.example' }) to: string;
  @Text({ max: 100, example: 'permanent-failure' }) status: string;
  @Text({ max: 100, example: '2026-09-30T16:00:00.000000Z' }) created_at: string;
  @Text({ optional: true, nullable: true, max: 100, example: '2026-09-30T16:00:00.000000Z' }) completed_at?: string | null;
  @Text({ optional: true, nullable: true, max: 100, example: '2026-09-30T16:00:00.000000Z' }) sent_at?: string | null;
  @Text({ max: 100, example: 'email' }) notification_type: string;
  @Text({ optional: true, nullable: true, max: 100, example: '0198c0de-7000-7000-8000-000000000001' }) template_id?: string | null;
  @Whole({ optional: true, nullable: true, example: 1 }) template_version?: number | null;
}
