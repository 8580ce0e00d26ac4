import { Counts, Decimal, Flag, LevelView, Many, NamedView, One, OneOf, Text, Whole } from '@attest/shared/api';
import { sideKinds } from '@attest/domain/side-by-side';

export class SideBySideFilters {
  @Text({ optional: true, max: 250, example: 'everybody,last:everybody', description: 'Up to four, after one another: everybody, organisation:<id>, peers:<id of the organisation whose peers they are> or area:<id>; with last: before it, the same in the round before. And partner:<number>, a partnership of the joint round that shares its figures.' }) with?: string;
}

export class SideView {
  @Text({ example: 'last:everybody', description: 'As it stands in the address.' }) side: string;
  @OneOf(sideKinds) kind: (typeof sideKinds)[number];
  @Text({ nullable: true, example: '0198c0de-7000-7000-8000-000000000001', description: 'Of a partner, its number.' }) id: string | null;
  @Text({ example: 'Everybody' }) label: string;
  @One(() => NamedView) round: NamedView;
  @Flag() last: boolean;
  @Whole({ description: 'Returned, of those that it is about.' }) returned: number;
  @Whole({ nullable: true, description: 'Null where a partner does not tell, because it would tell of a few who did not return.' }) denominator: number | null;
}

/** Who shares its figures of the joint round. */
export class SidePartner {
  @Text({ example: '2', description: 'Its number within the joint round.' }) id: string;
  @Text({ example: 'North Riverside Safeguarding Children Partnership' }) name: string;
}

const absences = ['not-returned', 'not-asked', 'not-rated'] as const;
const against = ['above', 'in-line', 'below'] as const;
export const sideCellStates = ['level', 'share', 'none', 'hidden', 'not-comparable'] as const;

/** One organisation has a level or none, a group a share; a small group of peers is hidden, and what a partner's figures hide. */
export class SideCell {
  @OneOf(sideCellStates) state: (typeof sideCellStates)[number];
  @Text({ nullable: true, example: 'amber', description: 'Of one organisation: moderated where it is, else self.' }) level: string | null;
  @OneOf(absences, { nullable: true, description: 'Why there is no level.' }) absence: (typeof absences)[number] | null;
  @Counts({ description: 'Of a group: how many stand at each level. Where it is hidden, of the levels that are left out nobody is told.' }) counts: Record<string, number>;
  @Whole() base: number;
  @Decimal({ nullable: true, example: 81 }) percent: number | null;
  @Flag({ description: 'Comparable with a break: something about it changed between the rounds.' }) broken: boolean;
  @OneOf(against, { nullable: true, description: 'How the first side stands against this one.' }) against: (typeof against)[number] | null;
}

export class SideBySideRow {
  @Text({ example: 'online-safety', description: 'Empty for the whole return.' }) key: string;
  @Text({ example: '5' }) ref: string;
  @Text({ example: 'Online safety' }) title: string;
  @Many(() => SideCell) cells: SideCell[];
}

export class SideBySideView {
  @One(() => NamedView) round: NamedView;
  @One(() => NamedView, { nullable: true }) lastRound: NamedView | null;
  @Flag() provisional: boolean;
  @Many(() => LevelView, { description: 'The scale of the results, best first.' }) levels: LevelView[];
  @Many(() => SideView) sides: SideView[];
  @Many(() => SideBySideRow) rows: SideBySideRow[];
  @Many(() => NamedView, { description: 'What can be chosen.' }) organisations: NamedView[];
  @Many(() => NamedView) areas: NamedView[];
  @Many(() => SidePartner) partners: SidePartner[];
}
