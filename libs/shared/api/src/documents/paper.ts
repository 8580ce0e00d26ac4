import type { LevelMark, Line, Piece } from '@attest/domain/papers';

export type { Block, LevelMark, Line, Paper, PaperTable, Piece } from '@attest/domain/papers';

export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type PaperType = keyof typeof paperTypes;
/** What the document of the API says of an answer that is a file. */
export const aFile = { schema: { type: 'string', format: 'binary' } } as const;

/** Levels as on screen (`_rag.scss`), on white paper: the fill, what is written on it, and the line around it. */
export const levelInks: Readonly<Record<LevelMark['colour'], { readonly fill: string; readonly on: string; readonly line: string }>> = {
  blue: { fill: '3f73c4', on: 'ffffff', line: '3f73c4' },
  green: { fill: 'c8f0df', on: '06301f', line: '1b6b4f' },
  amber: { fill: 'dd8f1e', on: '140c00', line: 'dd8f1e' },
  red: { fill: '8a1529', on: 'ffffff', line: '8a1529' },
};

export const piecesOf = (line: Line): readonly Piece[] => (typeof line === 'string' ? [line] : line);
