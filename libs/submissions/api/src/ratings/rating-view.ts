import { questionsOf, type Level, type Section, type Template } from '@attest/domain/questionnaire';
import { changeInWords, leftOutWords, percentOf, smallestChange, whyInWords, type Counted, type Rating, type SmallestChange } from '@attest/domain/scoring';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn, levelOn } from '../answers';
import { isHandedIn } from '@attest/domain/lifecycle';
import type { LastReturn } from '../memory/last-answers';
import { profileOf } from '../return-view';
import type { WholeReturnRow } from '../submissions.queries';
import type { ChangeView, CountedView, LastRatingView, LeftOutView, ModeratedView, RatingView } from './ratings.dto';
import type { EarlierRow, StoredRow } from './ratings.queries';

/** A rating to explain: as it was stored, or as it would be now. */
export interface Rated {
  readonly rating: Rating;
  readonly rule: string;
  readonly ratedAt: Date | null;
}

export interface Explained {
  /** `null` where nothing of the section was asked. */
  readonly self: Rated | null;
  readonly moderated: StoredRow | null;
  readonly earlier: readonly EarlierRow[];
}

/** What is asked about: a section, or the whole where that is null. */
interface Place {
  readonly row: WholeReturnRow;
  readonly version: TemplateVersion;
  readonly section: Section | null;
  readonly last: LastReturn | null;
}

export function ratingView(place: Place, { self, moderated, earlier }: Explained): RatingView {
  const { row, version: { template }, section } = place;
  return {
    submissionId: row.id, section: section?.key ?? '', ref: section?.ref ?? '', title: section?.title ?? 'Whole return',
    organisation: { id: row.organisation_id, name: row.organisation_name }, round: { id: row.round_id, name: row.round_name },
    level: resultOf(template, self?.rating.level ?? null), percent: self?.rating.percent ?? null,
    handedIn: isHandedIn(row.state), rule: self?.rule ?? template.scoring.rule, ratedAt: self?.ratedAt?.toISOString() ?? null,
    sentences: self ? [...whyInWords(self.rating, template)] : ['Nothing in this section was asked of this organisation.'],
    counted: self?.rating.trace.inputs.map((input) => countedView(input, place)) ?? [],
    leftOut: self ? leftOutOf(self.rating, template) : [],
    thresholds: template.scoring.bands.flatMap(({ level, from }) => { const found = resultOf(template, level); return found ? [{ level: found, from }] : []; }),
    change: self && changeOf(self.rating, place),
    moderated: moderated && moderatedView(moderated, template),
    earlier: earlier.map((one) => ({ level: resultOf(template, one.level), percent: percentOf(one), rule: one.rule, until: one.replaced_at.toISOString(), recalculated: one.why })),
    last: lastRating(place),
  };
}

/** What fell away while it was being answered was not asked in the end, and left no trace. */
export function storedRating(row: StoredRow | undefined): Rated | null {
  if (!row?.trace) return null;
  const { level, won, available, trace, rule, rated_at } = row;
  const score = { won, available };
  return { rating: { level, score, percent: percentOf(score), trace }, rule, ratedAt: rated_at };
}

function countedView({ key, ref, level, won, available, weight }: Counted, { version: { template, questionIds }, section }: Place): CountedView {
  const asked = section?.questions.find((question) => question.key === key);
  return {
    key, ref, won, available, weight,
    title: asked?.title ?? template.sections.find((one) => one.key === key)?.title ?? '',
    questionId: questionIds.get(asked?.key ?? '') ?? null,
    level: levelOn(template, asked?.scale ?? template.scoring.resultScale, level),
    critical: asked?.critical ?? false,
  };
}

function leftOutOf({ trace }: Rating, template: Template): LeftOutView[] {
  const titles = new Map([...template.sections, ...questionsOf(template)].map(({ key, title }) => [key, title]));
  return leftOutWords.flatMap(([why, words]): LeftOutView[] => {
    const items = trace.leftOut.filter((left) => left.why === why).map(({ key, ref }) => ({ ref, title: titles.get(key) ?? '' }));
    return items.length > 0 ? [{ why, words, items }] : [];
  });
}

/** Only where the rule still gives what is stored: what would change another rating is not what would change this one. */
function changeOf(rating: Rating, { row, version: { template, questions, questionIds }, section }: Place): ChangeView | null {
  const change = smallestChange(template, profileOf(row, template), answersIn(row.answers, questions, row.evidence), section?.key ?? null);
  if (!change || !isNextAfter(rating, change, template)) return null;
  const asked = new Map(questionsOf(template).map((question) => [question.key, question]));
  return {
    level: resultOf(template, change.level),
    sentence: changeInWords(change, template),
    steps: change.steps.map(({ key, ref, from, to }) => {
      const { title, scale } = asked.get(key)!;
      return { ref, title, questionId: questionIds.get(key)!, from: levelOn(template, scale, from), to: levelOn(template, scale, to) };
    }),
  };
}

function isNextAfter({ level }: Rating, change: SmallestChange, { scoring: { bands } }: Template): boolean {
  return bands.findIndex((band) => band.level === level) === bands.findIndex((band) => band.level === change.level) + 1;
}

function moderatedView({ level, reason, rated_at }: StoredRow, template: Template): ModeratedView {
  return { level: resultOf(template, level), reason, ratedAt: rated_at.toISOString() };
}

function lastRating({ section, last }: Place): LastRatingView | null {
  const before = last?.row.ratings.find(({ section_key }) => section_key === (section?.key ?? ''));
  if (!last || !before) return null;
  return { submissionId: last.row.id, roundName: last.row.round_name, level: resultOf(last.version.template, before.level) };
}

function resultOf(template: Template, key: string | null): Level | null {
  return levelOn(template, template.scoring.resultScale, key);
}
