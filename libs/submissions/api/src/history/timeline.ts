import { sittingsOf } from '@attest/domain/sharing';
import type { KeptDraftView } from '../submissions.dto';
import type { HistoryKind, HistoryQuery } from './history.dto';
import type { EventRow, StepRow } from './history.queries';

/** Something that happened to an answer, without its words: those are fetched for what is shown. */
export interface Happened {
  readonly id: string;
  readonly kind: HistoryKind;
  readonly at: Date;
  readonly since: Date;
  readonly saves: number;
  /** The event with the words, and the one with the words that stood before. */
  readonly event: string | null;
  readonly before: string | null;
  readonly draft: KeptDraftView | null;
  readonly step: StepRow | null;
}

/** All that happened to one answer, newest first. */
export function timelineOf(events: readonly EventRow[], drafts: readonly KeptDraftView[], steps: readonly StepRow[], each: HistoryQuery['each']): readonly Happened[] {
  const first = events[0]?.at;
  // before there was anything to take along, it is nothing that happened to this answer
  const lived = (at: Date | null): at is Date => at !== null && first !== undefined && first < at;
  return [
    ...savedIn(events.filter(({ outcome }) => outcome === 'saved'), each),
    ...events.filter(({ outcome }) => outcome === 'conflict').map((event) => notTaken(event, events)),
    ...drafts.map((draft): Happened => ({ ...once(draft.id, 'kept-draft', new Date(draft.keptAt)), draft })),
    ...steps.flatMap((step) => [
      ...(lived(step.at) ? [{ ...once(step.id, 'carried', step.at), step }] : []),
      ...(lived(step.undone_at) ? [{ ...once(step.id, 'carried-back', step.undone_at), step }] : []),
    ]),
  // of one moment, what came last is first
  ].sort((one, other) => one.at.getTime() - other.at.getTime()).reverse();
}

function savedIn(saved: readonly EventRow[], each: HistoryQuery['each']): readonly Happened[] {
  const told = saved.map((event) => ({ event, at: event.at.getTime(), personId: event.by_person, questionId: event.question_id, alone: event.same || event.via === 'last-round' }));
  const sittings = each === 'saves' ? told.map((one) => [one]) : sittingsOf(told);
  return sittings.map((sitting): Happened => {
    const [{ event: begun }, { event: ended }] = [sitting[0]!, sitting.at(-1)!];
    const kind = ended.via === 'last-round' ? 'last-round' : ended.same ? 'confirmed' : 'saved';
    return { ...once(ended.id, kind, ended.at), since: begun.at, saves: sitting.length, event: ended.id, before: begun.before };
  });
}

/** Beside what stood there by then. */
function notTaken(event: EventRow, events: readonly EventRow[]): Happened {
  const standing = events.findLast(({ outcome, line, at }) => outcome === 'saved' && line === event.line && at <= event.at);
  return { ...once(event.id, 'not-taken', event.at), event: event.id, before: standing?.id ?? null };
}

const once = (id: string, kind: HistoryKind, at: Date): Happened => ({ id, kind, at, since: at, saves: 1, event: null, before: null, draft: null, step: null });
