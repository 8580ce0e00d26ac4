import { submissionStates } from '@attest/domain/lifecycle';
import { CalendarDate, Counts, Flag, Instant, LevelView, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

export class Sign {
  @Text({ min: 1, max: 100, example: 'head', description: 'Which signature is given: the one whose turn it is.' }) step: string;
  @Flag({ description: 'The declaration of this signature, read and made.' }) declared: boolean;
  @Text({ min: 1, max: 200, example: 'R Wilkins' }) name: string;
  @Text({ min: 1, max: 200, example: 'Head teacher' }) role: string;
  @Uuid({ optional: true, description: 'The version whose questions and declaration were read: refused when they have changed since.' }) versionId?: string;
}

export class SendBack {
  @Text({ min: 1, max: 2000, example: 'Please look at 3.2 again: the filter was tested in October.' }) note: string;
}

export class GivenSignature {
  @Text({ example: 'R Wilkins' }) name: string;
  @Text({ example: 'Head teacher' }) role: string;
  @Text() declaration: string;
  @Instant() at: string;
}

const stepStates = ['signed', 'next', 'later'] as const;

export class SignOffStepView {
  @Text({ example: 'head' }) key: string;
  @Text({ example: 'Head teacher' }) who: string;
  @OneOf(stepStates) state: (typeof stepStates)[number];
  @One(() => GivenSignature, { nullable: true }) signature: GivenSignature | null;
}

/** A question that whoever signs should look at. */
export class NotedQuestion {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @One(() => LevelView, { nullable: true }) level: LevelView | null;
  @One(() => LevelView, { nullable: true }) last: LevelView | null;
}

/** A question that colleagues are still talking about. */
export class TalkedAbout {
  @Uuid() questionId: string;
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @Whole({ min: 1, description: 'Comments that nobody has resolved.' }) comments: number;
}

export class UnownedAction {
  @Uuid() id: string;
  @Whole({ example: 31, description: 'Printed as A-31.' }) number: number;
  @Text() title: string;
}

export class SentBackView {
  @Text({ example: 'R Wilkins' }) by: string;
  @Instant() at: string;
  @Text() note: string;
}

/** All that somebody wants to know before they sign, and nothing that can be changed here. */
export class SigningView {
  @Uuid() submissionId: string;
  @OneOf(submissionStates) state: (typeof submissionStates)[number];
  @Text({ nullable: true }) reference: string | null;
  @One(() => NamedView) organisation: NamedView;
  @One(() => NamedView) round: NamedView;
  @CalendarDate() dueOn: string;
  @Many(() => SignOffStepView, { description: 'In the order in which they sign.' }) steps: SignOffStepView[];
  @Text({ nullable: true, description: 'What whoever signs next declares; null once all have signed.' }) declaration: string | null;
  @Texts({ description: 'Who can give the next signature.' }) signers: string[];
  @Counts({ description: 'How many rated questions stand at each level.' }) levels: Record<string, number>;
  @Whole() notApplicable: number;
  @Many(() => LevelView) scale: LevelView[];
  @Text({ nullable: true }) lastRoundName: string | null;
  @Many(() => NotedQuestion, { description: 'On the lowest level.' }) reds: NotedQuestion[];
  @Many(() => NotedQuestion) ups: NotedQuestion[];
  @Many(() => NotedQuestion) downs: NotedQuestion[];
  @Whole({ nullable: true, max: 100, example: 37, description: 'Of the answers in words that were given last round too, how many are the same word for word, in percent.' }) unchanged: number | null;
  @Whole({ description: 'What is still wanted before anybody can sign.' }) blockers: number;
  @Many(() => NotedQuestion, { description: 'Optional questions whose answers nobody has checked: they stand in nobody’s way, and are left out of what is signed.' }) leftOut: NotedQuestion[];
  @Many(() => TalkedAbout, { description: 'For people of the organisation alone.' }) talkedAbout: TalkedAbout[];
  @Whole({ example: 11, description: 'What is planned about what is not met.' }) actions: number;
  @Many(() => UnownedAction, { description: 'Of the actions that are still to be done, those that nobody sees to.' }) unowned: UnownedAction[];
  @One(() => SentBackView, { nullable: true }) sentBack: SentBackView | null;
  @Text({ nullable: true, description: 'Why the caller cannot sign now, when they cannot.' }) whyNot: string | null;
  @Texts({ description: 'What may be done now: sign, or sign-again for whoever has signed already and may be this person too; send-back, receipt.', example: ['sign'] }) moves: string[];
}
