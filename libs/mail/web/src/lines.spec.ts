import { expect, it } from '@jest/globals';
import { linesOf } from './lines';

it('makes a link of the line that is one, to the Attest one is looking at', () => {
  expect(linesOf('Hello,\n\nhttps://attest.example.org/invitations/abc?a=1#b\n', 'http://localhost:3000')).toEqual([
    { words: 'Hello,', link: null }, { words: '', link: null },
    { words: 'https://attest.example.org/invitations/abc?a=1#b', link: 'http://localhost:3000/invitations/abc?a=1#b' },
  ]);
});

it('makes no link of an address within a sentence, or of anything else', () => {
  for (const line of ['See https://evil.example', 'javascript:alert(1)', 'https://evil.example and more']) expect(linesOf(line, 'http://localhost:3000')[0]!.link).toBeNull();
});
