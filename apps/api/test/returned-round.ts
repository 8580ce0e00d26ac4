import type { Answer, Answers, OrganisationProfile, Template } from '@attest/domain/questionnaire';
import type { SubmissionState } from '@attest/domain/lifecycle';
import { rate } from '@attest/domain/scoring';
import { aRound, type Published } from './return-scenes';
import type { Area } from './scenes';
import type { RunningApi } from './start-api';

/** What one organisation handed in. It has, unless told otherwise. */
export interface ReturnScene {
  readonly organisation: { readonly id: string };
  readonly answers?: Answers;
  readonly state?: SubmissionState;
  readonly area?: Area;
  readonly exemptReason?: string;
  /** Level and reason by section. */
  readonly moderated?: Readonly<Record<string, readonly [level: string, reason: string]>>;
}

type RoundChanges = Parameters<typeof aRound>[3];

/** A round whose organisations have answered and been rated, behind the curtain but by the rules: the levels are the domain's own. */
export async function aReturnedRound(api: RunningApi, version: Published, template: Template, returns: readonly ReturnScene[], changes: RoundChanges = {}) {
  const round = await aRound(api, version, returns.map(({ organisation }) => organisation.id), changes);
  for (const scene of returns) await handIn(api, version, template, round.returnOf(scene.organisation), scene);
  return round;
}

async function handIn(api: RunningApi, version: Published, template: Template, returnId: string, scene: ReturnScene): Promise<void> {
  const { answers = {}, state = 'submitted', area, exemptReason = null, moderated = {} } = scene;
  const { rows: [member] } = await api.administrator.query(
    `update app.round_member m set area_id = $2, area_name = $3, exempt_reason = $4 from app.submission s
     where s.id = $1 and m.id = s.round_member_id returning m.phase, m.sector, m.features, m.type, (select la_code from app.area a where a.id = m.area_id) as area`, [returnId, area?.id ?? null, area?.name ?? null, exemptReason]);
  await api.administrator.query("update app.submission set state = $2, submitted_at = '2026-11-20T10:00:00Z' where id = $1", [returnId, state]);
  await say(api, returnId, Object.entries(answers).map(([key, answer]) => ({ ...answer!, question: version.id(key) })));

  const profile: OrganisationProfile = { kind: template.audience, ...member };
  const { overall, sections } = rate(template, profile, answers);
  await rateAs(api, returnId, [
    ...[{ key: '', rating: overall }, ...sections].map(({ key, rating: { level, score, trace } }) => ({ section: key, layer: 'self', level, ...score, trace, reason: null })),
    ...Object.entries(moderated).map(([section, [level, reason]]) => ({ section, layer: 'moderated', level, won: 0, available: 0, trace: null, reason })),
  ]);
}

async function say(api: RunningApi, returnId: string, answers: readonly (Answer & { readonly question: string })[]): Promise<void> {
  await api.administrator.query(
    `insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name)
     select s.partnership_id, s.id, a.question, s.organisation_id, a.level, nullif(a.value, 'null'), a.note, a."naReason", 1, s.organisation_id, 'J Ahmed'
     from app.submission s, jsonb_to_recordset($2) as a (question uuid, level text, value jsonb, note text, "naReason" text) where s.id = $1`,
    [returnId, JSON.stringify(answers)]);
}

interface Rated {
  readonly section: string;
  readonly layer: string;
  readonly level: string | null;
  readonly won: number;
  readonly available: number;
  readonly trace: object | null;
  readonly reason: string | null;
}

async function rateAs(api: RunningApi, returnId: string, ratings: readonly Rated[]): Promise<void> {
  await api.administrator.query(
    `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, trace, reason)
     select s.partnership_id, s.id, r.section, r.layer, s.round_id, s.organisation_id, r.level, r.won, r.available, 'attest-1', nullif(r.trace, 'null'), r.reason
     from app.submission s, jsonb_to_recordset($2) as r (section text, layer text, level text, won int, available int, trace jsonb, reason text) where s.id = $1`,
    [returnId, JSON.stringify(ratings)]);
}
