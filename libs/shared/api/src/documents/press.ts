import { pdfOf } from './pdf.ts';
import type { Paper, PaperType } from './paper.ts';
import { tidy } from './printable.ts';
import { wordOf } from './word.ts';

/** A process of its own that makes one paper: see `papers.ts`. Node runs it from here as it is, so it imports by whole names. */
// as long as somebody listens the process stays, and what it sent arrives; whoever asked ends it
process.on('message', ({ paper, type }: { paper: Paper; type: PaperType }) => {
  const made = type === 'pdf' ? Promise.resolve(tidy(paper)).then(pdfOf) : wordOf(tidy(paper));
  made.then((content) => process.send!({ content: Uint8Array.from(content) }), (error: unknown) => process.send!({ failed: String(error) }));
});
