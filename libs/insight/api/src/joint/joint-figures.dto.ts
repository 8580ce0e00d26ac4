import { Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Whole } from '@attest/shared/api';
import { PublishedFigure, PublishedView } from '../release/release.dto';

export class OwnShare {
  @Instant() at: string;
  @Text({ example: 'Priya Shah' }) by: string;
}

const moves = ['share', 'withdraw'] as const;

export class FiguresPartner {
  @Whole({ min: 1, example: 2, description: 'Which of the partners of the joint round.' }) place: number;
  @Text({ example: 'North Riverside Safeguarding Children Partnership' }) name: string;
  @OneOf(['accepted', 'left']) state: 'accepted' | 'left';
  @Flag({ description: 'They share with you. You see their figures once you share yours with them.' }) shares: boolean;
  @One(() => OwnShare, { nullable: true, description: 'What you share with them.' }) mine: OwnShare | null;
  @Flag({ description: 'Somebody works in both partnerships who did not when you shared: they see nothing until you share again.' }) mustShareAgain: boolean;
  @Flag({ description: 'Their figures can be read now.' }) readable: boolean;
  @Texts({ of: moves, description: 'What may be done now.' }) moves: (typeof moves)[number][];
}

export class FiguresLine {
  @Whole({ nullable: true, example: 2, description: 'Null for your own.' }) place: number | null;
  @Text({ example: 'North Riverside Safeguarding Children Partnership' }) name: string;
  @Whole({ nullable: true }) returned: number | null;
  @Whole({ nullable: true, description: 'Null where it would tell of a few who did not return.' }) asked: number | null;
  @Instant({ nullable: true, description: 'When they were shared.' }) at: string | null;
  @Flag({ description: 'Another version of the questionnaire was asked: no number of it stands here.' }) comparable: boolean;
}

export class JointFiguresView {
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView, { nullable: true, description: 'Null where the round is not run jointly.' }) jointRound: NamedView | null;
  @Whole({ nullable: true, example: 5, description: 'Smallest group, of your own figures.' }) minimum: number | null;
  @Many(() => FiguresPartner) partners: FiguresPartner[];
  @Many(() => FiguresLine, { description: 'Whose figures these are: your own as you published them, then those of each partner that shares with you.' }) lines: FiguresLine[];
  @Many(() => PublishedFigure, { description: 'With a row for each of the lines that can be compared.' }) figures: PublishedFigure[];
}

export class SharePreview {
  @Text({ example: 'North Riverside Safeguarding Children Partnership' }) partner: string;
  @Text({ nullable: true, description: 'Why nothing can be shared now.', example: 'Publish the figures of this round first.' }) refused: string | null;
  @Text({ nullable: true, example: '9f86d0', description: 'To be sent back, so that what is shared is what was looked at.' }) digest: string | null;
  @One(() => PublishedView, { nullable: true }) figures: PublishedView | null;
}

export class NewShare {
  @Text({ min: 1, max: 100, example: '9f86d0', description: 'Of the preview that was looked at.' }) digest: string;
}
