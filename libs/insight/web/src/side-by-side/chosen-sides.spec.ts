import { describe, expect, it } from '@jest/globals';
import type { Side } from '@attest/domain/side-by-side';
import { addressOf, offered, sidesOf, withFirst, withSide, without } from './chosen-sides';

const [A, B] = ['0198c0de-7000-7000-8000-00000000000a', '0198c0de-7000-7000-8000-00000000000b'];
const organisation = (id: string): Side => ({ of: 'organisation', id, last: false });
const area: Side = { of: 'area', id: B, last: false };
const labels = (text: string, hasLast = true) => offered(sidesOf(text), hasLast).map(({ label }) => label);

describe('what is chosen to stand side by side', () => {
  it('is everybody and last year until something is, also where an address says what is not', () => {
    expect(addressOf(sidesOf(undefined))).toBe('everybody,last:everybody');
    expect(addressOf(sidesOf('nonsense'))).toBe('everybody,last:everybody');
  });

  it('follows another first one with what was about the one before', () => {
    const sides = sidesOf(`organisation:${A},last:organisation:${A},peers:${A},everybody`);
    expect(addressOf(withFirst(sides, organisation(B)))).toBe(`organisation:${B},last:organisation:${B},peers:${B},everybody`);
    expect(addressOf(withFirst(sides, area))).toBe(`area:${B},last:area:${B},everybody`);
    expect(addressOf(withFirst(sides, { of: 'everybody', id: null, last: false }))).toBe('everybody,last:everybody');
  });

  it('offers partners of a joint round, whose figures are of this round alone', () => {
    const partners = [{ id: '2', name: 'North' }];
    expect(offered(sidesOf('everybody'), true, partners).map(({ label }) => label)).toEqual(['Last year', 'North']);
    expect(offered(sidesOf('partner:2'), true, partners).map(({ label }) => label)).toEqual(['Everybody']);
    expect(addressOf(withFirst(sidesOf('everybody,last:everybody'), { of: 'partner', id: '2', last: false }))).toBe('partner:2');
  });

  it('is never there twice, nor more than four', () => {
    const sides = sidesOf(`organisation:${A},everybody`);
    expect(withSide(sides, organisation(A))).toHaveLength(2);
    expect(['last:everybody', `peers:${A}`, `area:${B}`].reduce((all, text) => withSide(all, sidesOf(text)[0]!), sides)).toHaveLength(4);
    expect(addressOf(without(sides, organisation(A)))).toBe('everybody');
  });

  it('offers what is mostly wanted beside it, as long as it is there and there is room', () => {
    expect(labels(`organisation:${A}`)).toEqual(['Last year', 'Its peers', 'Everybody']);
    expect(labels(`organisation:${A}`, false)).toEqual(['Its peers', 'Everybody']);
    expect(labels('everybody')).toEqual(['Last year']);
    expect(labels(`organisation:${A},last:organisation:${A},peers:${A},everybody`)).toEqual([]);
  });
});
