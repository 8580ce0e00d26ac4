import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { progressOf, signOffOf, type Answers, type OrganisationProfile } from '@attest/domain/questionnaire';
import { peerGroupOf } from '@attest/domain/rollup';
import { rate, type Ratings } from '@attest/domain/scoring';
import { Database, canonicalJson, sha256 } from '@attest/shared/api';
import type { TemplateVersion } from '@attest/templates/api';
import { answersOf } from './answers';
import { outcomeOf, type Outcome } from './outcomes';
import { OVERRATER, areas, type DemonstrationOrganisation } from './organisations';
import { people } from './people';
import { Random, seedOf } from './random';
import type { DemonstrationRound } from './rounds';

export interface Participant extends DemonstrationOrganisation {
  readonly id: string;
  readonly areaId: string | null;
  readonly areaName: string | null;
}

export interface Return {
  readonly submissionId: string;
  readonly memberId: string;
  readonly participant: Participant;
  readonly profile: OrganisationProfile;
  readonly outcome: Outcome;
  readonly answers: Answers;
  readonly ratings: Ratings;
  readonly moderated: Ratings | null;
  readonly progress: { readonly required: number; readonly requiredLeft: number };
}

export interface FilledRound {
  readonly id: string;
  readonly round: DemonstrationRound;
  readonly version: TemplateVersion;
  readonly returns: readonly Return[];
}

/** One round with everybody's returns in it, written set by set. */
@Injectable()
export class RoundFiller {
  constructor(private readonly database: Database) {}

  async fill(round: DemonstrationRound, version: TemplateVersion, previousRoundId: string | null, participants: readonly Participant[]): Promise<FilledRound> {
    const roundId = uuid();
    const returns = participants.map((participant) => returnOf(round, version, participant));
    await this.database.query(
      `insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience, denominator, denominator_on, previous_round_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{"areaIds":[],"phases":[],"sectors":[],"types":[]}', $10, $7, $11)`,
      [this.partnershipId, roundId, version.id, round.name, round.reference, round.open ? 'open' : 'closed', round.opensOn, round.dueOn, round.finalOn, returns.length, previousRoundId]);
    await this.insertMembers(roundId, round, returns);
    await this.insertSubmissions(roundId, version, returns);
    for (let from = 0; from < returns.length; from += 40) await this.insertAnswers(version, returns.slice(from, from + 40));
    await this.handIn(round, returns);
    await this.insertRatings(roundId, returns);
    await this.insertSnapshots(round, version, returns.filter(({ outcome }) => outcome.submittedAt));
    return { id: roundId, round, version, returns };
  }

  private get partnershipId(): string {
    return this.database.caller.partnershipId;
  }

  private insertMembers(roundId: string, round: DemonstrationRound, returns: readonly Return[]) {
    return this.write(
      `insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, area_id, area_name, phase, sector, type, features, peer_group, joined_on)
       select $1, r.* from jsonb_to_recordset($2::jsonb) as r (id uuid, round uuid, organisation uuid, name text, area uuid, "areaName" text, phase text, sector text, type text, features text[], peers text, joined date)`,
      returns.map(({ memberId, participant: one }) => ({
        id: memberId, round: roundId, organisation: one.id, name: one.name, area: one.areaId, areaName: one.areaName, phase: one.phase, sector: one.sector,
        type: one.type, features: one.features, peers: peerGroupOf(one)?.key ?? 'other', joined: round.opensOn,
      })));
  }

  private insertSubmissions(roundId: string, version: TemplateVersion, returns: readonly Return[]) {
    return this.write(
      `insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id, state, version, answered, required, started_at, last_saved_at)
       select $1, r.* from jsonb_to_recordset($2::jsonb) as r (id uuid, round uuid, member uuid, organisation uuid, template uuid, state text, version int, answered int, required int,
         started timestamptz, saved timestamptz)`,
      returns.map(({ submissionId, memberId, participant, outcome, answers, progress }) => ({
        id: submissionId, round: roundId, member: memberId, organisation: participant.id, template: version.id,
        state: outcome.share > 0 ? 'in-progress' : 'not-started',
        version: Object.keys(answers).length, answered: progress.required - progress.requiredLeft, required: progress.required,
        started: outcome.savedAt, saved: outcome.savedAt,
      })));
  }

  /** After the answers: none is taken for a return that has been handed in. */
  private handIn(round: DemonstrationRound, returns: readonly Return[]) {
    return this.write(
      `update app.submission s set state = 'submitted', submitted_at = r.submitted, reference = r.reference
       from jsonb_to_recordset($2::jsonb) as r (id uuid, submitted timestamptz, reference text) where s.partnership_id = $1 and s.id = r.id`,
      returns.map(({ submissionId, outcome }, index) => ({ id: submissionId, submitted: outcome.submittedAt, reference: `${round.reference}-${codeOf(index)}` }))
        .filter(({ submitted }) => submitted !== null));
  }

  private async insertAnswers(version: TemplateVersion, returns: readonly Return[]) {
    const rows = returns.flatMap(({ submissionId, participant, outcome, answers }) => Object.entries(answers).map(([key, answer]) => ({
      submission: submissionId, question: version.questionIds.get(key), organisation: participant.id, operation: uuid(),
      level: answer!.level, value: answer!.value, note: answer!.note, na: answer!.naReason, by: this.database.caller.personId, name: outcome.by, at: outcome.savedAt,
    })));
    const columns = '(submission uuid, question uuid, organisation uuid, operation uuid, level text, value jsonb, note text, na text, by uuid, name text, at timestamptz)';
    await this.write(
      `insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name, updated_at)
       select $1, submission, question, organisation, level, nullif(value, 'null'), note, na, 1, by, name, at from jsonb_to_recordset($2::jsonb) as r ${columns}`, rows);
    await this.write(
      `insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, version, level, value, note, na_reason, by_person, by_name, at)
       select $1, operation, submission, question, organisation, 'saved', 1, level, nullif(value, 'null'), note, na, by, name, at from jsonb_to_recordset($2::jsonb) as r ${columns}`, rows);
  }

  private insertRatings(roundId: string, returns: readonly Return[]) {
    const rows = returns.filter(({ outcome }) => outcome.submittedAt).flatMap(({ submissionId, participant, outcome, ratings, moderated }) => [
      ...ratingRows(ratings, 'self', null), ...(moderated ? ratingRows(moderated, 'moderated', 'The panel saw less evidence than the rating needs.') : []),
    ].map((row) => ({ ...row, submission: submissionId, round: roundId, organisation: participant.id, at: outcome.submittedAt })));
    return this.write(
      `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, reason, rule, trace, rated_at)
       select $1, submission, section, layer, round, organisation, level, won, available, reason, rule, trace, at
       from jsonb_to_recordset($2::jsonb) as r (submission uuid, section text, layer text, round uuid, organisation uuid, level text, won int, available int, reason text, rule text, trace jsonb, at timestamptz)`, rows);
  }

  private insertSnapshots(round: DemonstrationRound, version: TemplateVersion, returns: readonly Return[]) {
    return this.write(
      `insert into app.submission_snapshot (partnership_id, id, submission_id, organisation_id, kind, content, sha256, signed_by, signed_name, signed_role, declaration, at)
       select $1, id, submission, organisation, 'submitted', content, sha256, by, name, role, declaration, at
       from jsonb_to_recordset($2::jsonb) as r (id uuid, submission uuid, organisation uuid, content text, sha256 text, by uuid, name text, role text, declaration text, at timestamptz)`,
      returns.map(({ submissionId, participant, outcome, answers }) => {
        const [first, ...more] = signOffOf(version.template);
        const signatures = [{ ...first, name: outcome.by }, ...more.map((step, at) => ({ ...step, name: people[(people.indexOf(outcome.by) + at + 1) % people.length]! }))]
          .map(({ key, who, declaration, name }) => ({ step: key, who, name, role: who, declaration, at: outcome.submittedAt }));
        const content = canonicalJson({ round: round.name, organisation: participant.name, template: { code: round.code, edition: round.edition }, answers, signatures });
        return { id: uuid(), submission: submissionId, organisation: participant.id, content, sha256: sha256(content), by: this.database.caller.personId, name: outcome.by, role: first.who, declaration: first.declaration, at: outcome.submittedAt };
      }));
  }

  private write(statement: string, rows: readonly object[]) {
    return this.database.query(statement, [this.partnershipId, JSON.stringify(rows)]);
  }
}

function returnOf(round: DemonstrationRound, version: TemplateVersion, participant: Participant): Return {
  const random = new Random(seedOf(`${round.reference} ${participant.name}`));
  const outcome = outcomeOf(round, participant, random);
  const { kind, phase, sector, features, type, area } = participant;
  const profile: OrganisationProfile = { kind, phase, sector, features, type, area: area === null ? null : areas[area].laCode };
  const optimism = participant.name === OVERRATER ? 0.5 : 0;
  const answered = (extra: number, chance: Random) => answersOf(version.template, profile, { strength: participant.strength, yearsAgo: round.yearsAgo, opensOn: round.opensOn, optimism: extra, share: outcome.share }, chance);
  const answers = outcome.share > 0 ? answered(optimism, random) : {};
  const moderate = round.audience === 'agency' && !round.open && outcome.submittedAt;
  return {
    submissionId: uuid(), memberId: uuid(), participant, profile, outcome, answers,
    ratings: rate(version.template, profile, answers),
    // the panel sees the practice itself, and of most agencies much the same as they do
    moderated: moderate ? rate(version.template, profile, optimism > 0 ? answered(0, new Random(seedOf(participant.name))) : answers) : null,
    progress: progressOf(version.template, profile, answers),
  };
}

const ratingRows = (ratings: Ratings, layer: string, reason: string | null) =>
  [{ key: '', rating: ratings.overall }, ...ratings.sections].map(({ key, rating }) => ({
    section: key, layer, level: rating.level, won: rating.score.won, available: rating.score.available, rule: ratings.rule, trace: rating.trace, reason,
  }));

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Four characters that nobody misreads on the telephone. */
const codeOf = (index: number) => [27_000, 900, 30, 1].map((place) => ALPHABET[Math.floor(((index + 1) * 7919) / place) % 30]).join('');
