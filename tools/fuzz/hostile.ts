import fc from 'fast-check';

/** What people and their programs really send when they mean no good, or nothing at all. */
const texts = [
  '', ' ', '\0', 'a\0b', '\uD800', '\uDFFF\uD800', '\u202Egpj.exe', 'é'.normalize('NFD'), '👩‍👩‍👧‍👦', '\uFEFF', 'ﷺ', 'İi̇', '\r\nSet-Cookie: attest=x', '%00', '%', '%zz', '../../etc/passwd', '..\\..\\', '.', '..', '/', '//', ';',
  "'", '"', "' or '1'='1", "'; drop table app.answer; --", "') union select password_hash from app.person --", '$1', '\\', '\\u0000', '{{7*7}}', '${7*7}', '<script>alert(1)</script>', '=cmd|\'/c calc\'!A1', '@SUM(1)',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'Infinity', '-0', '1e309', '0x10', '9007199254740993', '-1', '99999999999999999999', 'true',
  '2026-02-30', '0000-00-00', '+275760-09-13', '9999-12-31', '1900-01-01', '2026-11-25T25:61:61Z', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-an-identifier', 'x'.repeat(300), 'x'.repeat(20_000), '​', 'a@b', `${'a'.repeat(250)}@b.example`, '"a b"@example.org',
];
export const hostileText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...texts) }, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

const numbers = [0, -0, -1, 0.1, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324];
const deep = (levels: number): unknown => (levels === 0 ? 1 : levels % 2 ? [deep(levels - 1)] : { a: deep(levels - 1) });

/** Anything JSON can say, deep and wide, with the names objects are born with. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText, fc.constantFrom<unknown>(...numbers, null, true, false, [], {}, [[]], [null], deep(15), deep(60), Array.from({ length: 3000 }, () => 'x')),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'prototype', 'length', 'toJSON', '$where', 'id', 'partnership_id', 'partnershipId', 'a'), fc.oneof(hostileText, fc.constant({})), { maxKeys: 4 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Columns of the tables that no body names: whoever sends one must be refused, not believed. */
export const columns = ['id', 'partnership_id', 'partnershipId', 'state', 'version', 'organisation_id', 'role', 'created_at', 'submittedBy', 'signed_by', 'demonstration', 'password_hash'];

/** Half a surrogate pair cannot stand in an address or in the name of a file. */
export const wellFormed = (text: string) => Buffer.from(text).toString();
