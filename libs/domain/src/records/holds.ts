/** Nothing is disposed of while somebody may need it, such as a review or a court: of an organisation, of a round, or of everything. */
export interface Hold {
  readonly organisationId: string | null;
  readonly roundId: string | null;
}

/** What a hold can be on. */
export interface Holdable {
  readonly organisationId: string;
  readonly roundId: string;
}

/** A hold that names both is on that organisation's return in that round; one that names neither is on everything. */
export function isHeld({ organisationId, roundId }: Holdable, holds: readonly Hold[]): boolean {
  return holds.some((hold) => (hold.organisationId ?? organisationId) === organisationId && (hold.roundId ?? roundId) === roundId);
}

/** Whether everything is held, also what is no organisation's and no round's. */
export const holdsEverything = (holds: readonly Hold[]): boolean => holds.some(({ organisationId, roundId }) => organisationId === null && roundId === null);
