import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from './csv';
import { harmless } from './harmless';

const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a,b', '"', 'two\nlines', '\r', ' ', "'", '=1+1', '')), { minLength: 2, maxLength: 5 });

it('comes back as it was written, whatever is in it', () => {
  fc.assert(fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (rows) => {
    const read = parse(rows.map(csvLine).join(''), { relax_column_count: true, record_delimiter: '\r\n' });
    expect(read).toEqual(rows.map((row) => row.map(harmless)));
  }));
});

it('has numbers as they are, and nothing as an empty field', () => {
  expect(csvLine([1.5, null, '', 'it is "so"', '-3'])).toBe('1.5,,,"it is ""so""",\'-3\r\n');
});
