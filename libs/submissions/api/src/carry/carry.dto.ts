import { submissionStates } from '@attest/domain/lifecycle';
import { Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { EditionView } from '@attest/templates/api';

export const carryClasses = ['none', 'compatible', 'incompatible'] as const;
/** What becomes of a question: the first two of its answers too, the others of the question alone. */
export const fates = ['kept', 'to-check', 'new', 'split', 'merged', 'set-aside'] as const;

export class CarryRequest {
  @Uuid({ description: 'A published version that came out after the one the round asks now' }) templateVersionId: string;
}

/** Why answers cannot go over by themselves. */
export class CarryObstacle {
  @Text({ example: '3.2', description: 'Empty where it is about the whole' }) ref: string;
  @Text() detail: string;
}

export class CarryChoice extends EditionView {
  @OneOf(carryClasses) class: (typeof carryClasses)[number];
  @Many(() => CarryObstacle) obstacles: CarryObstacle[];
}

class CarryCounts {
  @Whole({ example: 12, description: 'Answers that stay as they are' }) kept: number;
  @Whole({ example: 2, description: 'Answers whose question has other words now' }) toCheck: number;
  @Whole({ example: 1, description: 'Answers whose question is asked no more, or in parts' }) setAside: number;
  @Whole({ example: 1, description: 'Questions asked for the first time' }) added: number;
}

export class CarriedOrganisation extends CarryCounts {
  @Uuid() organisationId: string;
  @Text() name: string;
  @OneOf(submissionStates) state: (typeof submissionStates)[number];
}

export class StayingReturn {
  @Uuid() organisationId: string;
  @Text() name: string;
  @Text({ example: 'Handed in' }) why: string;
}

export class QuestionFate {
  @Text({ example: '3.2' }) ref: string;
  @Text() title: string;
  @OneOf(fates) fate: (typeof fates)[number];
  @Texts({ description: 'What it was before, by number and title', example: ['3.1 Filtering'] }) from: string[];
  @Text({ description: 'What changed, in the words of those who wrote it' }) note: string;
  @Whole({ description: 'Answers that stay as they are' }) kept: number;
  @Whole() toCheck: number;
  @Whole() setAside: number;
}

/** What would happen, counted and never quoted: what organisations have not handed in is theirs alone. */
export class CarryPreview extends CarryCounts {
  @One(() => NamedView) round: NamedView;
  @One(() => EditionView) from: EditionView;
  @One(() => EditionView) to: EditionView;
  @OneOf(carryClasses) class: (typeof carryClasses)[number];
  @Many(() => CarryObstacle) obstacles: CarryObstacle[];
  @Many(() => QuestionFate) questions: QuestionFate[];
  @Many(() => CarriedOrganisation) organisations: CarriedOrganisation[];
  @Many(() => StayingReturn) staying: StayingReturn[];
}

export class CarryOverView extends CarryCounts {
  @Uuid() id: string;
  @Instant() at: string;
  @Instant({ nullable: true }) undoneAt: string | null;
  @One(() => EditionView) from: EditionView;
  @One(() => EditionView) to: EditionView;
  @Whole({ description: 'Returns that went over' }) returns: number;
  @Texts({ description: 'Organisations whose return has changed since, so that it cannot be undone' }) changedSince: string[];
  @Texts({ of: ['undo'] }) moves: 'undo'[];
}

export class CarryOversView {
  @One(() => NamedView) round: NamedView;
  @One(() => EditionView, { description: 'What it asks now' }) edition: EditionView;
  @Many(() => CarryChoice, { description: 'Newer versions that are published, newest first; none while the round takes no answers' }) choices: CarryChoice[];
  @Many(() => CarryOverView, { description: 'Newest first' }) done: CarryOverView[];
}
