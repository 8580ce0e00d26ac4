import type { Moves } from './moves';

export const roundStates = ['draft', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

export const roundMoves = {
  open: { from: ['draft'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open', needs: 'reason' },
} as const satisfies Moves<RoundState>;

export type Acceptance =
  | { readonly accepts: true }
  | { readonly accepts: false; readonly because: 'round-draft' | 'round-closed' | 'past-final'; readonly detail: string };

/**
 * Whether answers may still be given. The due date closes nothing: a return is welcome, as late, up to and including the final date.
 * `final` is the organisation's own where it has an extension. A return that was opened again is taken until the day that was said
 * then, whatever has become of its round. ISO dates, `today` by the clock of the partnership.
 */
export function acceptsAnswers({ state, final, reopenedUntil = null }: { readonly state: RoundState; readonly final: string; readonly reopenedUntil?: string | null }, today: string): Acceptance {
  if (reopenedUntil !== null && today <= reopenedUntil) return { accepts: true };
  if (state === 'draft') return { accepts: false, because: 'round-draft', detail: 'The round has not opened yet.' };
  if (state === 'closed') return { accepts: false, because: 'round-closed', detail: 'The round is closed.' };
  if (today > final) return { accepts: false, because: 'past-final', detail: `The final date was ${final}.` };
  return { accepts: true };
}
