/** A file that is kept here, a page elsewhere, or something that stays where it is, such as a folder in the office. */
export const evidenceKinds = ['file', 'link', 'place'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * Whether a file has been looked at for malware. `not-scanned`: nobody has set up a scanner. A link or a place has nothing
 * to be scanned: `nothing-to-scan`.
 */
export const scanStates = ['waiting', 'clean', 'not-scanned', 'infected', 'nothing-to-scan'] as const;
export type ScanState = (typeof scanStates)[number];

/** Bytes; 25 MB as people count them. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** More pieces of evidence than this for one answer are read by nobody. */
export const MOST_PIECES = 20;
/** Pixels. A telephone takes 50 million; 400 million fill the memory of whoever opens them. */
export const MOST_PIXELS = 64_000_000;

export interface FileType {
  /** As it is sent back. */
  readonly media: string;
  readonly word: string;
  /** The first is the one a file is given when it has none. */
  readonly extensions: readonly string[];
}

/** What is taken. Never HTML or SVG, which run scripts, nor programs, archives and macros. */
export const fileTypes = {
  pdf: { media: 'application/pdf', word: 'PDF', extensions: ['pdf'] },
  docx: { media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', word: 'Word', extensions: ['docx'] },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', word: 'Excel', extensions: ['xlsx'] },
  pptx: { media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', word: 'PowerPoint', extensions: ['pptx'] },
  odt: { media: 'application/vnd.oasis.opendocument.text', word: 'OpenDocument text', extensions: ['odt'] },
  ods: { media: 'application/vnd.oasis.opendocument.spreadsheet', word: 'OpenDocument spreadsheet', extensions: ['ods'] },
  odp: { media: 'application/vnd.oasis.opendocument.presentation', word: 'OpenDocument presentation', extensions: ['odp'] },
  png: { media: 'image/png', word: 'PNG picture', extensions: ['png'] },
  jpeg: { media: 'image/jpeg', word: 'JPEG picture', extensions: ['jpg', 'jpeg', 'jfif'] },
  txt: { media: 'text/plain; charset=utf-8', word: 'Text', extensions: ['txt'] },
  csv: { media: 'text/csv; charset=utf-8', word: 'CSV', extensions: ['csv'] },
} as const satisfies Record<string, FileType>;
export type FileTypeName = keyof typeof fileTypes;

export const acceptedExtensions: readonly string[] = Object.values(fileTypes).flatMap(({ extensions }) => extensions);

/** The word for a media type that was stored; the type itself where none is known. */
export const wordForMedia = (media: string): string => Object.values(fileTypes).find((type) => type.media === media)?.word ?? media;

/** A review date that has passed; a piece of evidence counts until it is taken away, and this is shown beside it. */
export const isExpired = (reviewBy: string | null, today: string): boolean => reviewBy !== null && reviewBy < today;
