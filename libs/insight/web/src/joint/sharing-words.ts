import type { FiguresLine, FiguresPartner } from '@attest/shared/client';

/** How sharing stands between us and one partner. */
export function sharingInWords({ state, shares, mine, mustShareAgain, readable }: Pick<FiguresPartner, 'state' | 'shares' | 'mine' | 'mustShareAgain' | 'readable'>): string {
  if (state === 'left') return 'They have left the joint round.';
  if (readable) return 'You both share: each sees the figures of the other.';
  if (mustShareAgain) return 'An organisation works in both partnerships that did not when you shared. They see nothing until you have shared again.';
  if (mine && shares) return 'You both share, but they have to share again first, because an organisation works in both partnerships that did not before.';
  if (mine) return 'You share with them. You see their figures once they share theirs.';
  return shares ? 'They share with you. You see their figures once you share yours.' : 'Neither of you shares yet.';
}

export function returnedInWords({ returned, asked, comparable }: Pick<FiguresLine, 'returned' | 'asked' | 'comparable'>): string {
  const said = asked === null ? `${returned} returned` : `${returned} of ${asked} returned`;
  return comparable ? said : `${said} [b] another version of the questionnaire, not comparable`;
}
