import { Instant, Many, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

export class NewExport {
  @Text({ min: 1, max: 500, example: 'We move to another system on 1 April' }) reason: string;
}

export class TakenView {
  @Text({ example: 'Priya Shah' }) by: string;
  @Instant() at: string;
}

const states = ['waiting', 'running', 'ready', 'failed', 'expired'] as const;
export class ExportView {
  @Uuid() id: string;
  @Text({ example: 'We move to another system on 1 April' }) reason: string;
  @Text({ example: 'Priya Shah' }) by: string;
  @Instant() askedAt: string;
  @OneOf(states) state: (typeof states)[number];
  @Whole({ example: 24_000, description: 'Rows to write' }) total: number;
  @Whole({ example: 12_000, description: 'Rows written' }) done: number;
  @Whole({ nullable: true, max: Number.MAX_SAFE_INTEGER, example: 1_048_576 }) bytes: number | null;
  @Text({ nullable: true, example: 'c0ffee…' }) sha256: string | null;
  @Instant({ nullable: true, description: 'The file is deleted then' }) expiresAt: string | null;
  @Many(() => TakenView, { description: 'Who downloaded it, newest first' }) taken: TakenView[];
  @Text({ nullable: true, example: '/api/records/exports/0198c0de-7000-7000-8000-000000000001/file' }) file: string | null;
}
