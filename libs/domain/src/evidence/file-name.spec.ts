import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_OF_A_NAME, cleanedFileName, extensionOf, titleFrom } from './file-name';

describe('the name of a file', () => {
  it('comes out short, on one line, without folders and without what cannot be seen, and stays so', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanedFileName(given);
      expect([name.length > 0 && name.length <= MOST_OF_A_NAME, /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*]/u.test(name), name.isWellFormed(), cleanedFileName(name)]).toEqual([true, false, true, name]);
    }), { numRuns: 1_000 });
  });

  it.each([
    ['C:\\Users\\me\\Policy.pdf', 'Policy.pdf'], ['../../policy.pdf', 'policy.pdf'], ['a\r\nb.pdf', 'a b.pdf'], ['policy\u202efdp.exe', 'policy fdp.exe'], ['...', 'file'], ['', 'file'], ['con"tract?.docx', 'con-tract-.docx'],
  ])('%j becomes %j', (given, expected) => expect(cleanedFileName(given)).toBe(expected));

  it.each([['a.PDF', 'pdf'], ['a.b.docx', 'docx'], ['a', ''], ['.pdf', ''], ['a.', ''], ['a.p df', ''], [`a.${'x'.repeat(11)}`, '']])('%s ends in %j', (name, extension) => expect(extensionOf(name)).toBe(extension));

  it.each([['Training_log_2026.xlsx', 'Training log 2026'], ['policy', 'policy'], ['v1.2 notes.txt', 'v1.2 notes']])('%s is called %s', (name, title) => expect(titleFrom(name)).toBe(title));
});
