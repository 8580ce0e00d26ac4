import { Injectable } from '@nestjs/common';
import { notFound } from '@attest/shared/api';
import { ReadingService } from '@attest/submissions/api';
import type { AnswerEvidence } from './insight.dto';
import { RoundReader } from './round-reader';

/** What organisations showed for their answers to a question, once they have signed it. */
@Injectable()
export class QuestionEvidenceService {
  constructor(
    private readonly reader: RoundReader,
    private readonly evidence: ReadingService,
  ) {}

  async shown(roundId: string, questionId: string): Promise<AnswerEvidence[]> {
    const round = await this.reader.round(roundId);
    const key = round.edition.questionKeys.get(questionId);
    if (key === undefined) throw notFound();
    const signed = await this.evidence.signedIn(round.id, await this.reader.identifiers(round, key));
    return [...signed].map(([submissionId, shown]) => ({ submissionId, shown }));
  }
}
