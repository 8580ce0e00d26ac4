import { filled, lookedInto, type PaperFilling, type TemplateLook } from './own-template.ts';
import { pdfOf } from './pdf.ts';
import type { Paper, PaperType } from './paper.ts';
import { tidy } from './printable.ts';
import { wordOf } from './word.ts';

/** A paper; a partnership's own Word template with what is put into it; or such a template alone, to be looked into. */
export type PressJob = { readonly paper: Paper; readonly type: PaperType } | { readonly template: Uint8Array; readonly filling?: PaperFilling };
export interface Pressed { readonly content?: Uint8Array; readonly look?: TemplateLook; readonly failed?: string }

async function pressed(job: PressJob): Promise<Pressed> {
  if ('paper' in job) return { content: Uint8Array.from(await (job.type === 'pdf' ? pdfOf(tidy(job.paper)) : wordOf(tidy(job.paper)))) };
  if (!job.filling) return { look: await lookedInto(job.template) };
  return { content: Uint8Array.from(await filled(job.template, tidy(job.filling))) };
}

/** A process of its own that makes one paper: see `papers.ts`. Node runs it from here as it is, so it imports by whole names. */
// as long as somebody listens the process stays, and what it sent arrives; whoever asked ends it
process.on('message', (job: PressJob) => {
  pressed(job).then((made) => process.send!(made), (error: unknown) => process.send!({ failed: String(error) }));
});
