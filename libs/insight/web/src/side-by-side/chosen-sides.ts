import { MOST_SIDES, sideInAddress, sidesIn, type Side } from '@attest/domain/side-by-side';

/** Everybody beside last year: what is looked at until something is chosen. */
const USUAL = 'everybody,last:everybody';

export const sidesOf = (text: string | undefined): readonly Side[] => {
  const found = sidesIn(text ?? '');
  return found && found.length > 0 ? found : sidesIn(USUAL)!;
};

export const addressOf = (sides: readonly Side[]): string => sides.map(sideInAddress).join(',');

/** Another first one: what was about the first one, such as its last year, is about this one now. */
export function withFirst(sides: readonly Side[], first: Side): readonly Side[] {
  const [old, ...rest] = sides;
  const about = ({ of, id }: Side) => old !== undefined && ((of === old.of && id === old.id) || (of === 'peers' && old.of === 'organisation' && id === old.id));
  return once([first, ...rest.flatMap((side): Side[] => {
    if (!about(side)) return [side];
    if (side.of === 'peers') return first.of === 'organisation' ? [{ ...side, id: first.id }] : [];
    // what partners share is of this round alone
    return first.of === 'partner' && side.last ? [] : [{ ...first, last: side.last }];
  })]);
}

export const withSide = (sides: readonly Side[], side: Side): readonly Side[] => once([...sides, side]);

export const without = (sides: readonly Side[], side: Side): readonly Side[] => sides.filter((one) => sideInAddress(one) !== sideInAddress(side));

function once(sides: readonly Side[]): readonly Side[] {
  return [...new Map(sides.map((side) => [sideInAddress(side), side])).values()].slice(0, MOST_SIDES);
}

/** What is one press away: what people mostly want beside the first. */
export function offered(sides: readonly Side[], hasLast: boolean, partners: readonly { readonly id: string; readonly name: string }[] = []): { readonly label: string; readonly side: Side }[] {
  const [first] = sides;
  if (!first || sides.length >= MOST_SIDES) return [];
  const offers = [
    ...(hasLast && first.of !== 'partner' ? [{ label: 'Last year', side: { ...first, last: true } }] : []),
    ...(first.of === 'organisation' ? [{ label: 'Its peers', side: { of: 'peers', id: first.id, last: false } as const }] : []),
    { label: 'Everybody', side: { of: 'everybody', id: null, last: false } as const },
    ...partners.map(({ id, name }) => ({ label: name, side: { of: 'partner', id, last: false } as const })),
  ];
  const there = new Set(sides.map(sideInAddress));
  return offers.filter(({ side }) => !there.has(sideInAddress(side)));
}
