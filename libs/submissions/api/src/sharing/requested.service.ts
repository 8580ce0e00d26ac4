import { Injectable } from '@nestjs/common';
import { requestedChanges } from '@attest/domain/sharing';
import { Database } from '@attest/shared/api';
import type { BlockerView } from '../submissions.dto';
import { CHANGES_WANTED } from './commenting.queries';

/** The changes that colleagues have asked for, as they stand in the way of submitting. */
@Injectable()
export class RequestedService {
  constructor(private readonly database: Database) {}

  async blockersOf(submissionId: string, asked: readonly { readonly id: string; readonly ref: string; readonly title: string }[]): Promise<BlockerView[]> {
    const rows = await this.database.query<{ question_id: string }>(CHANGES_WANTED, [submissionId]);
    return [...requestedChanges(asked, rows.map(({ question_id }) => question_id))];
  }
}
