import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import type { HereView } from './sharing.dto';
import { SharingService } from './sharing.service';

/** Seconds after which somebody who has not been heard of is gone: two heartbeats and a slow one. */
const GONE_AFTER = 40;

/**
 * $1 partnership, $2 return, $3 who, $4 organisation, $5 name, $6 question, $7 now, $8 since when somebody counts as here.
 * One statement: those who are gone go, whoever asks is here, and the others are answered.
 */
const HERE = `
  with gone as (delete from app.presence where submission_id = $2 and person_id <> $3 and seen_at < $8),
  me as (
    insert into app.presence (partnership_id, submission_id, person_id, organisation_id, person_name, question_id, seen_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (partnership_id, submission_id, person_id) do update set person_name = excluded.person_name, question_id = excluded.question_id, seen_at = excluded.seen_at)
  select person_id, person_name, question_id from app.presence where submission_id = $2 and person_id <> $3 and seen_at >= $8 order by person_name, person_id`;

/** Who else has the return open, and whose answer they are at. It locks nothing: it is a courtesy. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly database: Database,
    private readonly sharing: SharingService,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async here(id: string, questionId: string | null): Promise<HereView[]> {
    const { organisation_id: organisationId, template_version_id: versionId } = await this.sharing.shared(id);
    // colleagues are told of it, so it has to be one of theirs
    if (questionId !== null && !(await this.templates.pinned(versionId)).questions.has(questionId)) throw notFound();
    const { partnershipId, personId, name } = this.database.caller;
    const now = this.clock.now();
    const rows = await this.database.query<{ person_id: string; person_name: string; question_id: string | null }>(HERE,
      [partnershipId, id, personId, organisationId, name, questionId, now, new Date(now.getTime() - GONE_AFTER * 1000)]);
    return rows.map((row) => ({ person: { id: row.person_id, name: row.person_name }, questionId: row.question_id }));
  }
}
