import { askedQuestions } from '@attest/domain/questionnaire';
import type { Ratings } from '@attest/domain/scoring';
import { canonicalJson, sha256 } from '@attest/shared/api';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn } from './answers';
import { ratingRow } from './consequences';
import type { ShownView } from './evidence/evidence.dto';
import { profileOf } from './return-view';
import type { WholeReturnRow } from './submissions.queries';

/** A signature as it stands in the sealed text. */
export interface FrozenSignature {
  readonly step: string;
  /** Of whom it was asked, in the template's words. */
  readonly who: string;
  readonly name: string;
  readonly role: string;
  readonly declaration: string;
  /** ISO instant. */
  readonly at: string;
}

/** Evidence by question. */
type Shown = ReadonlyMap<string, readonly ShownView[]>;

export interface Frozen {
  readonly content: string;
  readonly sha256: string;
}

/** Everything that is signed, readable without this program; each signature stands beside the hash of exactly this text. */
export function contentToSign(row: WholeReturnRow, version: TemplateVersion, ratings: Ratings, shown: Shown): Frozen {
  return frozen(contentOf(row, version, ratings, shown));
}

/**
 * What is handed in: the content as it was signed, and who signed it. Whoever takes `reference`, `contentSha256` and `signatures`
 * away again has the text that `contentSha256` is the hash of.
 */
export function sealedReturn(row: WholeReturnRow, version: TemplateVersion, ratings: Ratings, shown: Shown, signatures: readonly FrozenSignature[]): Frozen {
  const content = contentOf(row, version, ratings, shown);
  return frozen({ ...content, reference: row.reference, contentSha256: frozen(content).sha256, signatures });
}

/** What is asked of this organisation now, and what it says to it. */
export function answersToSign(row: WholeReturnRow, { template, questions, questionIds }: TemplateVersion, shown: Shown) {
  const asked = askedQuestions(template, profileOf(row, template), answersIn(row.answers, questions, row.evidence)).flatMap((section) => section.questions);
  // what nobody has checked since its question changed is not said
  const given = new Map(row.answers.filter(({ to_check }) => !to_check).map((answer) => [questions.get(answer.question_id)?.key, answer]));
  return asked.map(({ key, ref, wording }) => {
    const answer = given.get(key);
    const evidence = (shown.get(questionIds.get(key)!) ?? []).map(frozenEvidence);
    return {
      key, ref, wording, level: answer?.level ?? null, value: answer?.value ?? null, note: answer?.note ?? '', naReason: answer?.na_reason ?? null,
      version: answer?.version ?? 0, by: answer?.updated_by_name ?? null, at: answer ? new Date(answer.updated_at).toISOString() : null,
      ...(evidence.length > 0 && { evidence }),
    };
  });
}

function contentOf(row: WholeReturnRow, version: TemplateVersion, ratings: Ratings, shown: Shown) {
  const { id, template, contentHash } = version;
  return {
    template: { versionId: id, code: template.code, edition: template.edition, contentHash },
    round: { id: row.round_id, name: row.round_name, reference: row.round_reference },
    organisation: { id: row.organisation_id, name: row.organisation_name, ...profileOf(row, template) },
    answers: answersToSign(row, version, shown),
    ratings: { rule: ratings.rule, overall: frozenRating('', ratings.overall), sections: ratings.sections.map(({ key, rating }) => frozenRating(key, rating)) },
  };
}

function frozen(value: object): Frozen {
  const content = canonicalJson(value);
  return { content, sha256: sha256(content) };
}

/** The very revision, so that anybody can see which file was meant; what it is called may still change. */
function frozenEvidence({ id, kind, revision: { number, fileName, sha256: hash, location } }: ShownView) {
  return { id, kind, revision: number, fileName, sha256: hash, location };
}

function frozenRating(section: string, rating: Ratings['overall']) {
  const { section_key: key, level, won, available } = ratingRow(section, rating);
  return { key, level, won, available };
}
