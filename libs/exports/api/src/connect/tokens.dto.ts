import { Instant, Text, Uuid, Whole } from '@attest/shared/api';

export class NewToken {
  @Text({ min: 1, max: 80, example: 'Power BI of the board', description: 'What uses it, so that you know which one to take away.' }) name: string;
  @Whole({ min: 1, max: 365, example: 90, description: 'Days for which it is good.' }) days: number;
}

export class TokenView {
  @Uuid() id: string;
  @Text({ example: 'Power BI of the board' }) name: string;
  @Instant() madeAt: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true, description: 'To the minute; null while it has not been used.' }) lastUsedAt: string | null;
}

export class MadeToken extends TokenView {
  @Text({ example: 'attest_…', description: 'Shown now and never again.' }) token: string;
}
