import { colours } from '@attest/domain/questionnaire';
import { Anything, Flag, OneOf, Text, Uuid, Whole } from './fields';

/** Something with a name that can be pointed at. */
export class NamedView {
  @Uuid() id: string;
  @Text({ example: 'Oakfield Primary School' }) name: string;
}

/** One level of a scale, as it is drawn: letter and word first, colour third. */
export class LevelView {
  @Text({ example: 'amber' }) key: string;
  @Text({ example: 'A' }) letter: string;
  @Text({ example: 'Partly met' }) word: string;
  @OneOf(colours) colour: (typeof colours)[number];
  @Whole({ min: -100, example: 1 }) score: number;
  @Flag({ example: false }) meets: boolean;
  @Text({ example: 'Some of it is in place; a named gap is left.' }) meaning: string;
}


/** What is printed, to be drawn on a page. */
export class PaperView {
  @Anything({ schema: { type: 'object', additionalProperties: true, description: 'Title, foot and blocks: headings, lines, lists, boxes to tick, tables, room to write' }, example: {} }) paper: object;
}
