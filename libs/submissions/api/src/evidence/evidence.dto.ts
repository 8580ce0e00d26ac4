import { evidenceKinds, scanStates } from '@attest/domain/evidence';
import { CalendarDate, Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';
import { ProgressView } from '../progress.dto';

/** One revision of a piece of evidence. */
export class RevisionView {
  @Whole({ min: 1, example: 1 }) number: number;
  @Text({ nullable: true, example: 'Training log 2026.xlsx' }) fileName: string | null;
  @Text({ nullable: true, example: 'Excel', description: 'What kind of file it is, by what is in it.' }) fileType: string | null;
  @Whole({ nullable: true, example: 214_000 }) bytes: number | null;
  @Text({ nullable: true, description: 'Of the file as it is kept.', example: '9f86d081884c7d65…' }) sha256: string | null;
  @Text({ nullable: true, example: 'https://school.example/training', description: 'The address of a link, or where something is kept.' }) location: string | null;
  @OneOf(scanStates, { description: 'Whether it has been looked at for malware.' }) scan: (typeof scanStates)[number];
  @Text({ example: 'J Ahmed' }) by: string;
  @Instant() at: string;
  @Text({ nullable: true, description: 'Where to download it; null while it may not be.' }) file: string | null;
}

/** A piece of evidence as it stands beside an answer. In a return that was handed in, the revision that was signed. */
export class ShownView {
  @Uuid() id: string;
  @OneOf(evidenceKinds) kind: (typeof evidenceKinds)[number];
  @Text({ example: 'Training log 2026' }) title: string;
  @Text({ example: 'J Ahmed', description: 'Who keeps it up to date; empty when nobody is named.' }) owner: string;
  @CalendarDate({ nullable: true, example: '2027-09-01' }) reviewBy: string | null;
  @Flag({ description: 'Its review date has passed.' }) expired: boolean;
  @One(() => RevisionView) revision: RevisionView;
}

export class EvidenceUseView {
  @Uuid() submissionId: string;
  @Uuid() questionId: string;
  @Text({ example: '2.3' }) ref: string;
  @One(() => NamedView) round: NamedView;
  @Flag({ description: 'The return was handed in with it.' }) signed: boolean;
}

/** A piece of evidence in the library of an organisation. */
export class EvidenceView extends ShownView {
  @One(() => NamedView) organisation: NamedView;
  @Many(() => EvidenceUseView, { description: 'Where it is used now.' }) uses: EvidenceUseView[];
  @Many(() => RevisionView, { description: 'All there have been, newest first.' }) revisions: RevisionView[];
  @Texts({ description: 'What may be done now: edit, revise, delete.', example: ['edit'] }) moves: string[];
}

export class NewLink {
  @OneOf(['link', 'place'], { description: 'A link to a page, or words that say where something is kept that cannot be brought.' }) kind: 'link' | 'place';
  @Text({ min: 1, max: 200, example: 'Safeguarding policy' }) title: string;
  @Text({ min: 1, max: 2000, example: 'https://school.example/policies/safeguarding' }) location: string;
  @Text({ max: 200, example: 'J Ahmed' }) owner: string;
  @CalendarDate({ nullable: true, example: '2027-09-01' }) reviewBy: string | null;
}

export class EvidenceDetails {
  @Text({ min: 1, max: 200, example: 'Safeguarding policy' }) title: string;
  @Text({ max: 200, example: 'J Ahmed' }) owner: string;
  @CalendarDate({ nullable: true, example: '2027-09-01' }) reviewBy: string | null;
}

export class NewLocation {
  @Text({ min: 1, max: 2000, example: 'https://school.example/policies/safeguarding-2027' }) location: string;
}

/** What stands beside an answer after one piece was added or taken away. */
export class ShownForAnswer {
  @Many(() => ShownView) shown: ShownView[];
  @One(() => ProgressView) progress: ProgressView;
}
