import { CalendarDate, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

const questions = { most: 1000, example: [], description: 'Questions by identifier, for these answers alone; none for the whole return. Those that hang on them are opened with them.' } as const;

export class Reopen {
  @Text({ min: 1, max: 2000, example: 'The rating of 3.2 was entered for another school.' }) reason: string;
  @Texts(questions) questionIds: string[];
  @CalendarDate({ description: 'Until when answers are taken again.' }) untilOn: string;
}

export class AskReopening {
  @Text({ min: 1, max: 2000, example: 'We rated 3.2 for the wrong year.' }) reason: string;
  @Texts(questions) questionIds: string[];
}

export class GrantReopening {
  @CalendarDate({ description: 'Until when answers are taken again.' }) untilOn: string;
}

export class DeclineReopening {
  @Text({ min: 1, max: 2000, example: 'The panel meets tomorrow: bring it up there.' }) reason: string;
}

export class OpenedQuestion {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
}

const reopeningStates = ['asked', 'open', 'declined', 'done'] as const;

export class ReopeningView {
  @Uuid() id: string;
  @Uuid() submissionId: string;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @OneOf(reopeningStates) state: (typeof reopeningStates)[number];
  @Many(() => OpenedQuestion, { description: 'None where it is the whole return.' }) questions: OpenedQuestion[];
  @Text() reason: string;
  @Text({ example: 'J Ahmed' }) askedBy: string;
  @Instant() askedAt: string;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, description: 'Why it was declined.' }) decision: string | null;
  @CalendarDate({ nullable: true }) untilOn: string | null;
  @Instant({ nullable: true, description: 'When it was signed and submitted again.' }) doneAt: string | null;
}
