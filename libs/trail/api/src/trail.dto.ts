import { deedKinds, type DeedKind } from '@attest/domain/trail';
import { CalendarDate, Flag, Instant, Many, NamedView, One, OneOf, Text, Uuid, Whole, Written } from '@attest/shared/api';

export const outcomes = ['done', 'refused'] as const;

export class TrailFilters {
  @CalendarDate({ optional: true, description: 'From this day on, in England.' }) from?: string;
  @CalendarDate({ optional: true, description: 'Up to this day, in England.' }) to?: string;
  @Uuid({ optional: true, description: 'What this person did.' }) personId?: string;
  @Uuid({ optional: true, description: 'What concerns this organisation.' }) organisationId?: string;
  @OneOf(deedKinds, { optional: true }) kind?: DeedKind;
  @OneOf(outcomes, { optional: true, description: 'What was done, or what was tried and refused.' }) outcome?: (typeof outcomes)[number];
  @Written(/^[1-9]\d{0,14}$/, '$property must be the number of an event.', { optional: true, example: '48210', description: 'Events before this one: `earlier` of the page before.' }) before?: string;
}

export class TrailEvent {
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER, example: 48210, description: 'Its place in the trail of the partnership, from 1 and without a gap.' }) seq: number;
  @Instant() at: string;
  @One(() => NamedView, { nullable: true, description: 'As the person was called then.' }) person: NamedView | null;
  @Text({ example: 'submitted the return of Oakfield Primary School' }) what: string;
  @Flag({ description: 'Whether it was done. If not, `what` says why.' }) done: boolean;
  @One(() => NamedView, { nullable: true }) organisation: NamedView | null;
}

export class TrailPage {
  @Many(() => TrailEvent, { description: 'Newest first; 50 a page.' }) events: TrailEvent[];
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER, nullable: true, example: 48161, description: 'Send it as `before` for the events before these; null when there are none.' }) earlier: number | null;
}
