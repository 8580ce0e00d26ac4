import { Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

const tones = ['concern', 'better', 'note', 'nothing'] as const;
const placeKinds = ['round', 'groups', 'standard', 'question', 'actions'] as const;

export class FindingPlace {
  @OneOf(placeKinds, { description: 'Where the evidence is.' }) kind: (typeof placeKinds)[number];
  @Text({ nullable: true, example: 'online-safety', description: 'Key of the standard, or identifier of the question.' }) key: string | null;
}

export class FoundFinding {
  @Text({ example: 'weak-standard', description: 'Key of the rule.' }) rule: string;
  @OneOf(tones, { description: 'nothing: the rule found nothing notable.' }) tone: (typeof tones)[number];
  @Text({ example: '4 of 26 agencies rate Safer recruitment red or amber (15%); last round 9 of 25 (36%).' }) sentence: string;
  @Text({ example: '22 Green, 3 Amber, 1 Red; 26 rated', description: 'The counts that made it.' }) evidence: string;
  @One(() => FindingPlace) place: FindingPlace;
}

const findingMoves = ['change', 'remove'] as const;

export class OwnFinding {
  @Uuid() id: string;
  @Text({ example: 'Supervision is what to ask about in spring.' }) words: string;
  @Text({ nullable: true, example: 'Online safety', description: 'What it is about; null for the round as a whole.' }) about: string | null;
  @One(() => FindingPlace) place: FindingPlace;
  @Text({ example: 'Tom Okafor' }) by: string;
  @Instant() at: string;
  @Texts({ of: findingMoves }) moves: (typeof findingMoves)[number][];
}

export class RuleView {
  @Text({ example: 'weak-standard' }) key: string;
  @Text({ example: 'Weak standard' }) name: string;
  @Text({ example: '25 in 100 or more of those rated, and at least two, do not meet a standard.' }) looksFor: string;
}

export class StandardChoice {
  @Text({ example: 'online-safety' }) key: string;
  @Text({ example: '5 Online safety' }) title: string;
}

const pageMoves = ['write'] as const;

export class FindingsView {
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView, { nullable: true, description: 'The round before, where levels can be compared.' }) lastRound: NamedView | null;
  @Flag({ description: 'True while the round is open: figures may still change.' }) provisional: boolean;
  @Text({ example: 'findings-1', description: 'Name of the list of rules.' }) rules: string;
  @Many(() => RuleView) ruleList: RuleView[];
  @Many(() => FoundFinding) found: FoundFinding[];
  @Many(() => OwnFinding, { description: 'Written by people, in the order they chose.' }) own: OwnFinding[];
  @Many(() => StandardChoice, { description: 'What a finding may be about.' }) standards: StandardChoice[];
  @Texts({ of: pageMoves }) moves: (typeof pageMoves)[number][];
}

export class NewFinding {
  @Text({ min: 3, max: 2_000, example: 'Supervision is what to ask about in spring.' }) words: string;
  @Text({ nullable: true, max: 200, example: null as never, description: 'Key of a standard.' }) standardKey: string | null;
  @Uuid({ nullable: true, example: null as never }) questionId: string | null;
}

export class ChangedFinding {
  @Text({ min: 3, max: 2_000, example: 'Supervision is what to ask about in spring.' }) words: string;
}

export class FindingsOrder {
  @Texts({ example: [], description: 'Identifiers of all findings of the round, in their new order.' }) ids: string[];
}
