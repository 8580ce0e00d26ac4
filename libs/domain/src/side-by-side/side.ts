/** What may stand beside what, as it stands in an address: "organisation:…,last:organisation:…,peers:…". */
export const MOST_SIDES = 4;

export const sideKinds = ['everybody', 'organisation', 'peers', 'area', 'partner'] as const;
export type SideKind = (typeof sideKinds)[number];

export interface Side {
  readonly of: SideKind;
  /** Of the organisation or the area; of the organisation whose peers they are; which partner of the joint round it is, by number; `null` for everybody. */
  readonly id: string | null;
  /** In the round before. */
  readonly last: boolean;
}

const form = /^(last:)?(?:(everybody)|(organisation|peers|area):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/;
/** What partners share is of this round alone. */
const partnerForm = /^(partner):([1-9]\d?)$/;

/** `null` for what is none, too many, or the same twice. */
export function sidesIn(text: string): readonly Side[] | null {
  const parts = text.split(',').filter(Boolean);
  if (parts.length > MOST_SIDES || new Set(parts).size < parts.length) return null;
  const sides = parts.map((part): Side | null => {
    const partner = partnerForm.exec(part);
    if (partner) return { of: 'partner', id: partner[2]!, last: false };
    const found = form.exec(part);
    return found && { of: (found[2] ?? found[3]) as SideKind, id: found[4] ?? null, last: found[1] !== undefined };
  });
  return sides.every((side) => side !== null) ? sides : null;
}

export const sideInAddress = ({ of, id, last }: Side): string => `${last ? 'last:' : ''}${of}${id === null ? '' : `:${id}`}`;
