import { CalendarDate, Flag, Text } from '@attest/shared/api';

/** Which edition of a statutory source is in force. */
export class CitationEdition {
  @Text({ min: 1, max: 300, example: 'Keeping children safe in education', description: 'As templates cite it' }) title: string;
  @Text({ min: 1, max: 100, example: '1 September 2025' }) version: string;
  @CalendarDate({ nullable: true, example: '2025-09-01', description: 'From when it is in force; null where nobody said' }) dated: string | null;
}

export class CitationEditionView extends CitationEdition {
  @Flag({ description: 'Said by this partnership, rather than known to the program' }) own: boolean;
}
