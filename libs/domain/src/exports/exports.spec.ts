import { describe, expect, it } from '@jest/globals';
import { audiences, maySee } from '../disclosure';
import { contentKeys, contents, exportProblems, formatKeys, mayBeFor, mayHave, offeredFor, presetKeys, presetOf, usualFor } from './index';

const all = presetKeys.flatMap((preset) => audiences.map((audience) => [preset, audience] as const));

describe('what may be in a file', () => {
  it.each(all)('%s for %s: what is ticked to begin with is accepted wherever it may be made at all', (preset, audience) => {
    const faults = exportProblems(usualFor(preset, audience)).map(({ where }) => where);
    expect(faults.includes('audience')).toBe(!mayBeFor(preset, audience));
    if (mayBeFor(preset, audience)) expect(faults).toEqual([]);
  });

  it.each(all)('%s for %s: what the audience may not see is locked, and refused when it is asked for all the same', (preset, audience) => {
    for (const { key, locked } of offeredFor(preset, audience)) {
      const faults = exportProblems({ ...usualFor(preset, audience), contents: [key] }).filter(({ where }) => where === 'contents');
      expect([key, locked, faults.length]).toEqual([key, !mayHave(audience, key), locked ? 1 : 0]);
    }
  });

  it('never gives names or words to those who may not see them', () => {
    for (const audience of audiences) {
      for (const key of contentKeys.filter((one) => mayHave(audience, one))) expect(contents[key].needs.every((part) => maySee(audience, part))).toBe(true);
    }
    expect(audiences.filter((audience) => mayHave(audience, 'words'))).toEqual(['qp']);
    expect(audiences.filter((audience) => mayHave(audience, 'answers'))).toEqual(['qp', 'executive']);
  });

  it('gives protected figures of a whole round alone', () => {
    for (const preset of presetKeys) {
      const faults = exportProblems({ ...usualFor(preset, 'qp'), narrowed: true }).map(({ where }) => where);
      expect(faults).toEqual(presetOf(preset).whole ? ['filters'] : []);
    }
    expect(audiences.map((audience) => presetKeys.filter((preset) => mayBeFor(preset, audience)))).toEqual([[...presetKeys], [...presetKeys].filter((key) => key !== 'letters'), ['public-summary'], ['public-summary']]);
  });

  it('needs somebody where organisations are chosen by name', () => {
    expect([undefined, 0, 1].map((named) => exportProblems({ ...usualFor('letters', 'qp'), narrowed: named !== undefined, named }).map(({ where }) => where))).toEqual([[], ['organisations'], []]);
  });

  it('says what is wrong with a format that is not made of it, and with nothing ticked', () => {
    for (const preset of presetKeys) {
      for (const format of formatKeys) {
        const faults = exportProblems({ ...usualFor(preset, 'qp'), format });
        expect(faults.map(({ where }) => where)).toEqual(presetOf(preset).formats.includes(format) ? [] : ['format']);
      }
    }
    expect(exportProblems({ ...usualFor('board-pack', 'qp'), contents: [] })).toEqual([{ where: 'contents', detail: 'Tick at least one thing that should be in it.' }]);
    expect(exportProblems({ ...usualFor('letters', 'qp'), contents: ['heatmap'] })[0]).toMatchObject({ where: 'contents' });
  });
});
