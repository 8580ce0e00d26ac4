import { askedQuestions } from '@attest/domain/questionnaire';
import type { Ratings } from '@attest/domain/scoring';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn } from './answers';
import { canonicalJson, sha256 } from '@attest/shared/api';
import { ratingRow } from './consequences';
import { profileOf } from './return-view';
import type { WholeReturnRow } from './submissions.queries';

interface Signature {
  readonly wording: string;
  readonly name: string;
  readonly role: string;
  /** ISO instant. */
  readonly at: string;
}

/** Everything that was handed in, readable without this program, and the hash by which anybody can see that it is unchanged. */
export function frozenReturn(row: WholeReturnRow, { id, template, contentHash, questions }: TemplateVersion, ratings: Ratings, declaration: Signature) {
  const profile = profileOf(row, template);
  const asked = askedQuestions(template, profile, answersIn(row.answers, questions)).flatMap((section) => section.questions);
  // what nobody has checked since its question changed is not said
  const given = new Map(row.answers.filter(({ to_check }) => !to_check).map((answer) => [questions.get(answer.question_id)?.key, answer]));
  const content = canonicalJson({
    reference: row.reference,
    template: { versionId: id, code: template.code, edition: template.edition, contentHash },
    round: { id: row.round_id, name: row.round_name, reference: row.round_reference },
    organisation: { id: row.organisation_id, name: row.organisation_name, ...profile },
    answers: asked.map(({ key, ref, wording }) => {
      const answer = given.get(key);
      return {
        key, ref, wording, level: answer?.level ?? null, value: answer?.value ?? null, note: answer?.note ?? '', naReason: answer?.na_reason ?? null,
        version: answer?.version ?? 0, by: answer?.updated_by_name ?? null, at: answer ? new Date(answer.updated_at).toISOString() : null,
      };
    }),
    ratings: { rule: ratings.rule, overall: frozenRating('', ratings.overall), sections: ratings.sections.map(({ key, rating }) => frozenRating(key, rating)) },
    declaration,
  });
  return { content, sha256: sha256(content) };
}

function frozenRating(section: string, rating: Ratings['overall']) {
  const { section_key: key, level, won, available } = ratingRow(section, rating);
  return { key, level, won, available };
}
