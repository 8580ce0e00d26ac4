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
  for (const [key, answer] of Object.entries(answers)) await say(api, returnId, version.id(key), answer!);

  const profile: OrganisationProfile = { kind: template.audience, ...member };
  const { overall, sections } = rate(template, profile, answers);
  for (const { key, rating } of [{ key: '', rating: overall }, ...sections]) {
    await rateAs(api, returnId, key, 'self', rating.level, rating.score, rating.trace, null);
  }
  for (const [key, [level, reason]] of Object.entries(moderated)) await rateAs(api, returnId, key, 'moderated', level, { won: 0, available: 0 }, null, reason);
}

async function say(api: RunningApi, returnId: string, questionId: string, { level, value, note, naReason }: Answer): Promise<void> {
  await api.administrator.query(
    `insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name)
     select partnership_id, id, $2, organisation_id, $3, $4, $5, $6, 1, organisation_id, 'J Ahmed' from app.submission where id = $1`,
    [returnId, questionId, level, value === null ? null : JSON.stringify(value), note, naReason]);
}

async function rateAs(
  api: RunningApi, returnId: string, section: string, layer: string, level: string | null,
  { won, available }: { won: number; available: number }, trace: object | null, reason: string | null,
): Promise<void> {
  await api.administrator.query(
    `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, trace, reason)
     select partnership_id, id, $2, $3, round_id, organisation_id, $4, $5, $6, 'attest-1', $7, $8 from app.submission where id = $1`,
    [returnId, section, layer, level, won, available, trace && JSON.stringify(trace), reason]);
}
