import { describe, expect, it } from '@jest/globals';
import type { LevelView, PositionCell, PositionsView } from '@attest/shared/client';
import { agreementIn, agreements, crosstab, gapInWords, moderatedRows, moderationTitle } from './moderation-figures';
import { amongPeers, organisationsPerDot, outOfLine, peerLines, peersTitle, stripRows } from './peer-figures';

const levels = [{ key: 'green' }, { key: 'amber' }, { key: 'red' }] as LevelView[];
const cell = (share: number | null, self: string | null = 'amber', moderated: string | null = null): PositionCell => ({ standard: 'training', share, self, moderated });
const organisation = (name: string, one: PositionCell, peers = 'Health') => ({ organisationId: name, name, area: null, group: peers, peers, cells: [one] });
const view = (...organisations: ReturnType<typeof organisation>[]): PositionsView =>
  ({ round: { id: 'r', name: 'R' }, provisional: false, levels, standards: [{ key: 'training', ref: '3', title: 'Training' }], organisations });

describe('one organisation among its peers', () => {
  const all = view(organisation('Ash', cell(20)), organisation('Birch', cell(40)), organisation('Cedar', cell(60)), organisation('Elm', cell(80)), organisation('Fir', cell(null)), organisation('Gorse', cell(0), 'Justice'));

  it('stands beside those like it, or beside everybody when that is wanted or nobody is looked at', () => {
    expect(amongPeers(all, 'Ash', false)).toHaveLength(5);
    expect(amongPeers(all, 'Ash', true)).toHaveLength(6);
    expect(amongPeers(all, undefined, false)).toHaveLength(6);
  });

  it('is lower or higher than so many of the others, its own value left out', () => {
    expect(peerLines(all, amongPeers(all, 'Ash', false), 'Ash')).toEqual([
      { key: 'training', label: '3 Training', own: 20, level: 'amber', others: 3, lower: 0, higher: 3, lowest: 40, middle: 60, highest: 80 },
    ]);
  });

  it('is out of line when three quarters of the others are on one side of it', () => {
    const [line] = peerLines(all, amongPeers(all, 'Ash', false), 'Ash');
    expect(outOfLine(line!)).toBe('lower');
    expect(outOfLine({ ...line!, others: 4, lower: 3, higher: 1 })).toBe('higher');
    expect(outOfLine({ ...line!, others: 4, lower: 2, higher: 2 })).toBeNull();
    expect([outOfLine({ ...line!, others: 0 }), outOfLine({ ...line!, own: null })]).toEqual([null, null]);
    expect(peersTitle('Ash', [line!])).toBe('Ash is lower than three quarters of the others in 1 of 1 standards, and higher in 0');
  });

  it('is drawn with a link of its own; of very many others each dot stands for several', () => {
    const [row] = stripRows(all, amongPeers(all, 'Ash', false), 'Ash', (standard) => `/${standard}`);
    expect(row!.dots).toEqual([40, 60, 80].map((at) => ({ at, own: false })).concat([{ at: 20, own: true, link: { to: '/training', says: '3 Training: 20%' } } as never]));
    const many = view(...Array.from({ length: 650 }, (_, at) => organisation(`S${at}`, cell(at % 100))));
    expect([organisationsPerDot(650), stripRows(many, many.organisations, undefined, () => null)[0]!.dots.length]).toEqual([3, 217]);
  });
});

describe('self and moderated ratings', () => {
  const rated = view(
    organisation('Agreed', cell(50, 'amber', 'amber')), organisation('Modest', cell(50, 'red', 'green')), organisation('Bold', cell(50, 'green', 'red')),
    organisation('Brave', cell(50, 'green', 'amber')), organisation('Alone', cell(50, 'green', null)), organisation('Unrated', cell(null, null, 'red')),
  );

  it('come with the largest difference first, and of two alike whoever rated itself too high', () => {
    expect(moderatedRows(rated, 'training').map((row) => [row.name, gapInWords(row)])).toEqual([['Bold', '2 lower'], ['Modest', '2 higher'], ['Brave', '1 lower'], ['Agreed', 'agreed']]);
  });

  it('are counted by pair, with what was agreed on the diagonal', () => {
    const rows = moderatedRows(rated, 'training');
    expect(crosstab(rows, levels)).toEqual([[0, 1, 1], [0, 1, 0], [1, 0, 0]]);
    expect(agreementIn(rows)).toEqual({ moderated: 4, agreed: 1, percent: 25, lower: 2, higher: 1 });
    expect(moderationTitle(agreementIn(rows))).toBe('The panel agreed with 1 of 4, went lower for 2 and higher for 1');
    expect(agreements(rated)[0]).toMatchObject({ label: '3 Training', moderated: 4 });
  });

  it('are nothing where nobody was moderated', () => expect(agreementIn([])).toEqual({ moderated: 0, agreed: 0, percent: null, lower: 0, higher: 0 }));
});
