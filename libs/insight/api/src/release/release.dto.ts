import { audiences } from '@attest/domain/disclosure';
import { Decimal, Flag, Instant, Many, NamedView, One, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

const publicAudiences = ['respondents', 'public'] as const satisfies readonly (typeof audiences)[number][];
const lines = ['group', 'area'] as const;

export class PublishedQuery {
  @OneOf(publicAudiences, { optional: true, description: 'For whom. Both see the same figures; those who took part see their own level beside them.' }) audience?: (typeof publicAudiences)[number];
  @OneOf(lines, { optional: true, description: 'Broken down by peer group or by area, and never by both.' }) by?: (typeof lines)[number];
}

export class PublishedCategory {
  @Text({ example: 'amber' }) key: string;
  @Text({ example: 'Partly met' }) word: string;
  @Text({ example: 'A', description: 'Empty for what is no level.' }) letter: string;
  @Text({ example: 'amber', description: 'Empty for what is no level.' }) colour: string;
  @Flag({ nullable: true, description: 'Null for what is no level.' }) meets: boolean | null;
}

export class PublishedCount {
  @Whole({ nullable: true, description: 'Null is [c]: hidden, to protect a small group.' }) count: number | null;
}

export class PublishedLine {
  @Text({ example: 'Nursery and primary' }) label: string;
  @Whole({ description: 'How many of it returned.' }) returned: number;
}

export class PublishedRow {
  @Text({ example: 'All' }) label: string;
  @Many(() => PublishedCount, { description: 'In the order of the categories.' }) counts: PublishedCount[];
  @Whole({ nullable: true, description: 'Those with a level: the base of the percentage. Null where it would tell what is hidden.' }) base: number | null;
  @Decimal({ nullable: true, example: 81.2 }) percentMeets: number | null;
}

export class OwnLevel {
  @Uuid() organisationId: string;
  @Text({ example: 'amber', description: 'Key of the category.' }) category: string;
}

const kinds = ['overall', 'standard', 'question'] as const;

export class PublishedFigure {
  @OneOf(kinds) kind: (typeof kinds)[number];
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: 'online-safety', description: 'The standard it belongs to.' }) standard: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @Many(() => PublishedCategory) categories: PublishedCategory[];
  @Many(() => PublishedRow, { description: 'All first, then the lines asked for.' }) rows: PublishedRow[];
  @Many(() => OwnLevel, { description: 'What the reader’s own organisations said.' }) own: OwnLevel[];
}

export class PublishedView {
  @One(() => NamedView) round: NamedView;
  @OneOf(publicAudiences) audience: (typeof publicAudiences)[number];
  @Instant({ nullable: true, description: 'Null for a preview.' }) publishedAt: string | null;
  @Whole({ example: 5, description: 'Fewer organisations than this are never a group of their own.' }) minimum: number;
  @Whole({ example: 112 }) returned: number;
  @Whole({ nullable: true, example: 120, description: 'Null where it would tell of a few who did not return.' }) asked: number | null;
  @Many(() => PublishedLine) groups: PublishedLine[];
  @Many(() => PublishedLine) areas: PublishedLine[];
  @Many(() => NamedView, { description: 'The reader’s own organisations among those that returned.' }) own: NamedView[];
  @Many(() => PublishedFigure) figures: PublishedFigure[];
}

export class PublishedRound {
  @One(() => NamedView) round: NamedView;
  @Instant() publishedAt: string;
}

export class PublishedRelease {
  @Whole({ example: 1 }) number: number;
  @Instant() publishedAt: string;
  @Whole({ example: 5 }) minimum: number;
  @Text({ example: '9f86d0', description: 'SHA-256 of the figures.' }) sha256: string;
}

const releaseMoves = ['publish'] as const;

export class ReleasePreview {
  @OneOf(releaseMoves, { nullable: true, description: 'What may be done now.' }) move: (typeof releaseMoves)[number] | null;
  @Text({ nullable: true, description: 'Why nothing can be published now.', example: 'The round is still open.' }) refused: string | null;
  @Whole({ nullable: true, description: 'Organisations that count otherwise than when figures were last published.' }) changed: number | null;
  @Text({ nullable: true, example: '9f86d0', description: 'To be sent back, so that what is published is what was looked at.' }) digest: string | null;
  @Many(() => PublishedRelease) releases: PublishedRelease[];
  @One(() => PublishedView, { nullable: true }) figures: PublishedView | null;
}

export class NewRelease {
  @Text({ min: 1, max: 100, example: '9f86d0', description: 'Of the preview that was looked at.' }) digest: string;
}

export class MinimumView {
  @Whole({ min: 5, max: 10, example: 5, description: 'Fewer organisations than this are never a group to publish about.' }) minimum: number;
}
