import { Injectable, inject } from '@angular/core';
import { signsInWords, signsOfAChild } from '@attest/domain/evidence';
import { Confirm } from '@attest/shared/ui';

/** Bytes of a text file that are looked into: what names a child does so early. */
const LOOKED_INTO = 1_000_000;

/** Asks before files go in whether a child can be known from them, and says what looks like it. Once for a batch, and for each batch anew. */
@Injectable({ providedIn: 'root' })
export class ChildGuard {
  private readonly confirm = inject(Confirm);

  async clear(files: readonly File[]): Promise<boolean> {
    const [one, found] = [files.length === 1, await signsIn(files)];
    return this.confirm.ask({
      heading: 'Can a child be known from it?',
      text: `${found}Add ${one ? 'it' : 'them'} only if nothing in ${one ? 'this file' : 'any of these files'} names or shows a child: no names, photographs, dates of birth, or pupil or NHS numbers. Take them out or cover them first.`,
      action: one ? 'No child can be known: add it' : 'No child can be known: add them',
      ...(found && { danger: true as const }),
    });
  }
}

/** In a sentence for each file in whose name or text there is something; what is no text is not looked into. */
async function signsIn(files: readonly File[]): Promise<string> {
  const sentences = [];
  for (const file of files) {
    const text = /\.(txt|csv)$/i.test(file.name) ? await file.slice(0, LOOKED_INTO).text() : '';
    const signs = signsInWords(signsOfAChild(`${file.name}\n${text}`));
    if (signs) sentences.push(`“${file.name}” looks as if it had ${signs}. `);
  }
  return sentences.join('');
}
