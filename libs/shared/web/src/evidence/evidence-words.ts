import type { RevisionView, ShownView } from '@attest/shared/client';
import { dateInWords } from '@attest/shared/ui';

export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const scans: Readonly<Record<RevisionView['scan'], string>> = {
  'waiting': 'Being checked for malware', 'clean': 'Checked for malware', 'not-scanned': 'Not checked for malware: checking is not set up', 'infected': 'Malware was found, so the file was removed', 'nothing-to-scan': '',
};

/** What a file is, or where something is kept, in a line. */
export function factsOf({ kind, revision }: Pick<ShownView, 'kind' | 'revision'>): string {
  if (kind === 'place') return revision.location ?? '';
  if (kind === 'link') return hostOf(revision.location ?? '');
  return [revision.fileType, revision.bytes === null ? null : sizeInWords(revision.bytes), scans[revision.scan]].filter(Boolean).join(', ');
}

export function careOf({ owner, reviewBy, expired }: Pick<ShownView, 'owner' | 'reviewBy' | 'expired'>): string {
  const review = reviewBy === null ? '' : expired ? `review date passed on ${dateInWords(reviewBy)}` : `review by ${dateInWords(reviewBy)}`;
  return [owner && `kept by ${owner}`, review].filter(Boolean).join(', ').replace(/^./, (first) => first.toUpperCase());
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : address);
