import { CalendarDate, Email, Flag, Instant, Many, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { QuestionView } from '../submissions.dto';

export class NewGuestLink {
  @Text({ min: 1, max: 200, example: 'Sam Price' }) name: string;
  @Email({ example: 'sam.price@governors.example' }) email: string;
  @Texts({ most: 200, description: 'Questions that are asked in this return now.' }) questionIds: string[];
  @CalendarDate({ description: 'The last day on which it works: four weeks from today at most, and no longer than the return is taken.' }) untilOn: string;
  @Text({ max: 1_000, example: 'You know this better than I do.', description: 'For the guest; empty for none.' }) note: string;
}

export class GuestLinkView {
  @Uuid() id: string;
  @Text({ example: 'Sam Price' }) name: string;
  @Text({ example: 'sam.price@governors.example', description: 'Empty once the guest has been forgotten.' }) email: string;
  @Texts() questionIds: string[];
  @CalendarDate() untilOn: string;
  @Text({ example: 'Jamila Ahmed' }) givenBy: string;
  @Instant() givenAt: string;
  @Instant({ nullable: true, description: 'When it was opened or used last.' }) usedAt: string | null;
  @Flag({ description: 'It opens the questions now.' }) works: boolean;
  @Text({ nullable: true, example: 'Priya Shah', description: 'Who took it back; null where nobody has.' }) revokedBy: string | null;
  @Flag({ description: 'The guest has been forgotten: a label stands in place of the name.' }) forgotten: boolean;
  @Whole({ example: 2, description: 'Of its questions, those the guest has answered.' }) answered: number;
  @Texts({ description: 'Of its questions, those whose answer nobody of the organisation has checked yet.' }) unchecked: string[];
}

export class GuestLinksView {
  @Many(() => GuestLinkView, { description: 'The newest first.' }) links: GuestLinkView[];
  @CalendarDate() today: string;
  @CalendarDate({ description: 'The last day a link of today may have.' }) lastDay: string;
  @CalendarDate({ description: 'What most people want: a week.' }) usualDay: string;
  @Texts({ description: 'What may be done now.', example: ['give'] }) moves: ('give' | 'revoke')[];
}

export class GivenGuestLink extends GuestLinksView {
  @Uuid({ description: 'Of the link.' }) id: string;
  @Text({ example: 'https://attest.example/guest#Zm9yIHRoZSBleGFtcGxlIG9ubHk', description: 'Shown this once: only its hash is kept.' }) link: string;
}

/** All that a guest sees. */
export class GuestView {
  @Text({ example: 'Sam Price' }) name: string;
  @Text({ example: 'Jamila Ahmed' }) givenBy: string;
  @Text({ example: 'Oakfield Primary School' }) organisation: string;
  @Text({ example: 'South Tees Safeguarding Children Partnership' }) partnership: string;
  @Text({ example: 'Section 175 return 2026-27' }) round: string;
  @CalendarDate({ description: 'The last day on which the link works.' }) until: string;
  @Text() note: string;
  @Text({ nullable: true, description: 'Why answers are not taken now, when they are not.' }) closedBecause: string | null;
  @Many(() => QuestionView, { description: 'Those of the given questions that are asked now, with nothing of the round before.' }) questions: QuestionView[];
  @Texts({ description: 'Of them, those that this return was not opened again for.' }) locked: string[];
  @Whole({ example: 0, description: 'Given questions that are not asked any more.' }) gone: number;
}
