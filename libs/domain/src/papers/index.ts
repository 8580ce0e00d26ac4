export type { Block, LevelMark, Line, Paper, PaperTable, Piece } from './paper';
