import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSheets } from '@attest/domain/workbook';
import { tidied, type Template } from '@attest/domain/questionnaire';
import { canonicalJson, readSheetsOf } from '@attest/shared/api';
import { templates } from '../../../../domain/src/questionnaire/arbitraries';
import { libraryTemplates } from '../library';
import { sheetNames, writeTemplate, type WorkbookFormat } from './workbook-file';

const made = { owner: 'Tees Safeguarding Partnership', at: new Date('2026-11-25T12:00:00Z') };
const formats: readonly WorkbookFormat[] = ['xlsx', 'ods'];

/** Through the bytes of a file, as another program would read and write them. */
async function again(format: WorkbookFormat, template: Template): Promise<unknown> {
  const read = await readSheetsOf(Buffer.from(await writeTemplate(format, template, made)), sheetNames);
  if ('refused' in read) return read.refused;
  const whole = readSheets(read.sheets);
  return 'template' in whole ? whole.template : whole.problems;
}

describe.each(formats)('a workbook written as %s', (format) => {
  it('holds every questionnaire of the library whole', async () => {
    for (const template of libraryTemplates) expect(canonicalJson(await again(format, template))).toBe(canonicalJson(tidied(template)));
  });

  it('comes back as the questionnaire it was made of, whatever that is', async () => {
    await fc.assert(fc.asyncProperty(templates, async (template) => {
      expect(canonicalJson(await again(format, template))).toBe(canonicalJson(tidied(template)));
    }), { numRuns: 30 });
  });

  it('carries any text that people type, and runs none of it', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', "'=", '_x0041_', '#REF', '  two  spaces', 'line\nline', '<b>&amp;', '"quoted"; semicolon'), fc.string({ maxLength: 10 })).map(([one, other]) => one + other),
    ).filter((text) => text.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff\u2028\u2029]/.test(text));
    await fc.assert(fc.asyncProperty(templates, texts, async (template, text) => {
      const worded = { ...template, purpose: text, sections: template.sections.map((section) => ({ ...section, intro: text, questions: section.questions.map((question) => ({ ...question, wording: text, help: text })) })) };
      expect(canonicalJson(await again(format, worded))).toBe(canonicalJson(tidied(worded)));
    }), { numRuns: 15 });
  });
});
