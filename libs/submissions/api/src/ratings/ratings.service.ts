import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import type { Section } from '@attest/domain/questionnaire';
import { rate } from '@attest/domain/scoring';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { answersIn } from '../answers';
import { isHandedIn } from '@attest/domain/lifecycle';
import { profileOf } from '../return-view';
import type { WholeReturnRow } from '../submissions.queries';
import { SubmissionsService } from '../submissions.service';
import { ratingView, storedRating, type Explained } from './rating-view';
import type { RatingView } from './ratings.dto';
import { EARLIER_RATINGS, RATINGS_OF_SECTION, type EarlierRow, type StoredRow } from './ratings.queries';

/** Why a rating of a return is what it is, for those who may read the return. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
  ) {}

  /** Of a section by its key, or of the whole return. */
  async read(id: string, section: string | null): Promise<RatingView> {
    const row = await this.submissions.wholeReturn(id);
    const version = await this.templates.pinned(row.template_version_id);
    const of = section === null ? null : version.template.sections.find(({ key }) => key === section);
    if (of === undefined) throw notFound();
    const explained = isHandedIn(row.state) ? await this.stored(row, of) : asItStands(row, version, of);
    return ratingView({ row, version, section: of, last: await this.submissions.lastReturn(row) }, explained);
  }

  private async stored({ id }: WholeReturnRow, section: Section | null): Promise<Explained> {
    const rows = await this.database.query<StoredRow>(RATINGS_OF_SECTION, [id, section?.key ?? '']);
    const { caller } = this.database;
    const readsWords = may(caller, 'insight.words', { partnershipId: caller.partnershipId });
    return {
      self: storedRating(rows.find(({ layer }) => layer === 'self')),
      moderated: readsWords ? rows.find(({ layer }) => layer === 'moderated') ?? null : null,
      earlier: await this.database.query<EarlierRow>(EARLIER_RATINGS, [id, section?.key ?? '']),
    };
  }
}

/** Before it is handed in, nothing is stored that could be explained: it is worked out now, for the organisation alone. */
function asItStands(row: WholeReturnRow, { template, questions }: TemplateVersion, section: Section | null): Explained {
  const { rule, overall, sections } = rate(template, profileOf(row, template), answersIn(row.answers, questions, row.evidence));
  const rating = section === null ? overall : sections.find(({ key }) => key === section.key)?.rating;
  return { self: rating ? { rating, rule, ratedAt: null } : null, moderated: null, earlier: [] };
}
