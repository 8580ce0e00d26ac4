import { describe, expect, it } from '@jest/globals';
import { strippedJpeg } from '../../../libs/submissions/api/src/evidence/inspecting/jpeg';
import { strippedPng } from '../../../libs/submissions/api/src/evidence/inspecting/png';
import { aJpeg, aPng, exif } from './evidence-files';

describe('a picture that is brought as evidence', () => {
  it('stays as it is, to the byte, when there is nothing to take out', () => {
    expect(strippedPng(aPng()).bytes.equals(aPng())).toBe(true);
    expect(strippedJpeg(aJpeg()).bytes.equals(aJpeg())).toBe(true);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('keeps which way up it is, and nothing else a camera says: %i', (orientation) => {
    const { bytes } = strippedJpeg(aJpeg({ more: [exif(orientation)] }));
    expect(bytes.includes('GPS')).toBe(false);
    const at = bytes.indexOf('Exif\0\0');
    expect(bytes.readUInt16BE(at + 6 + 18)).toBe(orientation);
    expect(bytes.length).toBe(aJpeg().length + 36);
  });

  it('says nothing of which way up it is when that is the usual one', () => expect(strippedJpeg(aJpeg({ more: [exif(1)] })).bytes.equals(aJpeg())).toBe(true));
});
