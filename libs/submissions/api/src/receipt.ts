import { answerTo, askedQuestions, sameScale, scaleOf, type Answers, type Level, type OrganisationProfile, type Template } from '@attest/domain/questionnaire';
import { movement } from '@attest/domain/measures';
import { tally, toldTo } from '@attest/domain/rollup';
import { explain, percentOf } from '@attest/domain/scoring';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn, levelOn } from './answers';
import { peerView, type PublishedFigures } from './peers';
import type { LastReturn } from './memory/last-answers';
import { profileOf } from './return-view';
import type { GivenSignature } from './signing/signing.dto';
import type { ReceiptView, ResultView } from './receipt.dto';
import type { WholeReturnRow } from './submissions.queries';
import type { SealedRow } from './submitting.queries';

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly row: WholeReturnRow;
  readonly version: TemplateVersion;
  readonly sealed: SealedRow;
  readonly last: LastReturn | null;
  readonly published: PublishedFigures | null;
}

export function receiptView(facts: ReceiptFacts): ReceiptView {
  const { row, version: { template, questions }, sealed, last } = facts;
  const [profile, answers] = [profileOf(row, template), answersIn(row.answers, questions, row.evidence)];
  const asked = askedQuestions(template, profile, answers).map(({ section }) => section);
  const signatures = signaturesOf(sealed);
  const lastSigned = signatures.at(-1)!;
  return {
    submissionId: row.id, reference: row.reference ?? '',
    submittedAt: sealed.at.toISOString(), submittedBy: lastSigned.name, role: lastSigned.role, declaration: lastSigned.declaration, sha256: sealed.sha256, signatures,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    round: { id: row.round_id, name: row.round_name },
    lastRoundName: last?.row.round_name ?? null, peersIn: facts.published?.round ?? null,
    ...countsOf(template, profile, answers),
    overall: resultView({ key: '', ref: '', title: 'Overall' }, facts),
    sections: asked.map((section) => resultView(section, facts)),
  };
}

function signaturesOf({ signatures, signed_name, signed_role, declaration, at }: SealedRow): GivenSignature[] {
  if (!signatures) return [{ name: signed_name, role: signed_role, declaration, at: at.toISOString() }];
  return signatures.map(({ name, role, declaration: made, at: when }) => ({ name, role, declaration: made, at: when }));
}

/** How the rated questions were answered; after the result scale come the levels of any other scale they were rated on. */
export function countsOf(template: Template, profile: OrganisationProfile, answers: Answers): Pick<ReceiptView, 'levels' | 'notApplicable' | 'scale'> {
  const rated = askedQuestions(template, profile, answers).flatMap(({ questions }) => questions.filter(({ type }) => type === 'level'));
  const scales = new Set([template.scoring.resultScale, ...rated.map(({ scale }) => scale)]);
  const levels = [...scales].flatMap((scale) => scaleOf(template, scale)?.levels ?? []);
  const scale = [...new Map(levels.toReversed().map((level) => [level.key, level])).values()].reverse();
  const told = rated.map((question) => toldTo(template, question, true, answerTo(answers, question.key)));
  const { counts, notApplicable } = tally(told, scale);
  return { levels: { ...counts }, notApplicable, scale };
}

function resultView({ key, ref, title }: Pick<ResultView, 'key' | 'ref' | 'title'>, { row, version: { template }, sealed, last, published }: ReceiptFacts): ResultView {
  const rating = sealed.ratings.find(({ section_key }) => section_key === key);
  const levels = scaleOf(template, template.scoring.resultScale)?.levels ?? [];
  const level = levels.find((one) => one.key === rating?.level) ?? null;
  const before = last && lastLevel(last, template, key);
  const percent = rating ? percentOf(rating) : null;
  return {
    key, ref, title, level, percent, last: before,
    explanation: rating?.trace ? [...explain({ level: rating.level, score: rating, percent, trace: rating.trace }, template)] : [],
    movement: movement(placeOf(before, levels), placeOf(level, levels)),
    peers: peerView({ section: key, own: level?.key ?? null, scale: levels, group: row.peer_group, kind: template.audience }, published),
  };
}

/** Only on a scale that has stayed the same: between two scales a movement would be invented. */
function lastLevel({ row, version: { template: then } }: LastReturn, now: Template, key: string): Level | null {
  const comparable = sameScale(scaleOf(then, then.scoring.resultScale), scaleOf(now, now.scoring.resultScale));
  const level = row.ratings.find(({ section_key }) => section_key === key)?.level ?? null;
  return comparable ? levelOn(then, then.scoring.resultScale, level) : null;
}

function placeOf(level: Level | null, levels: readonly Level[]): number | null {
  return level === null ? null : levels.findIndex(({ key }) => key === level.key);
}
