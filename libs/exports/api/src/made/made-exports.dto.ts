import { audiences, type Audience } from '@attest/domain/disclosure';
import { contentKeys, formatKeys, layerKeys, presetKeys, type Content, type Format, type Layer, type PresetKey } from '@attest/domain/exports';
import { ChosenOrganisations } from '@attest/insight/api';
import { Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole } from '@attest/shared/api';

/** What a file is made of, but for the round. What is saved to be used again. */
export class ExportChoices {
  @OneOf(presetKeys, { example: 'board-pack' }) preset: PresetKey;
  @OneOf(audiences, { example: 'qp', description: 'Whom it is for. What it may hold follows from that.' }) audience: Audience;
  @Texts({ of: contentKeys, most: contentKeys.length, example: ['heatmap', 'responses'] }) contents: Content[];
  @OneOf(layerKeys, { example: 'moderated', description: 'Which rating stands for an organisation where there are two.' }) layer: Layer;
  @OneOf(formatKeys, { example: 'pdf' }) format: Format;
  @Flag({ optional: true, description: 'A board pack as Word: in the partnership’s own Word template.' }) ownTemplate?: boolean;
  @One(() => ChosenOrganisations, { description: 'Which organisations; none left out where it is empty.' }) filters: ChosenOrganisations;
}

export class NewMadeExport extends ExportChoices {
  @Uuid() roundId: string;
  @Text({ min: 1, max: 500, example: 'For the next meeting of the board', description: 'Stands beside the file, and in the trail.' }) reason: string;
}

export class NewSavedExport extends ExportChoices {
  @Text({ min: 1, max: 80, example: 'Primary schools of Redcar' }) name: string;
}

export class SavedExportView extends ExportChoices {
  @Uuid() id: string;
  @Text({ example: 'Primary schools of Redcar' }) name: string;
}

export class ExportTakenView {
  @Text({ example: 'Priya Shah' }) by: string;
  @Instant() at: string;
}

export const exportStates = ['waiting', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];
export const exportMoves = ['cancel', 'retry'] as const;

export class MadeExportView {
  @Uuid() id: string;
  @One(() => NamedView) round: NamedView;
  @One(() => ExportChoices) choices: ExportChoices;
  @Text({ example: 'For the next meeting of the board' }) reason: string;
  @Text({ example: 'Priya Shah' }) by: string;
  @Flag({ description: 'Whether the reader asked for it.' }) own: boolean;
  @Instant() askedAt: string;
  @OneOf(exportStates) state: ExportState;
  @Text({ example: '', description: 'Why nothing came of it.' }) problem: string;
  @Whole({ example: 300, description: 'Steps there are' }) total: number;
  @Whole({ example: 120, description: 'Steps that are done' }) done: number;
  @Whole({ nullable: true, max: Number.MAX_SAFE_INTEGER, example: 1_048_576 }) bytes: number | null;
  @Text({ nullable: true, example: 'c0ffee…' }) sha256: string | null;
  @Instant({ nullable: true, description: 'The file is deleted then' }) expiresAt: string | null;
  @Many(() => ExportTakenView, { description: 'Who downloaded it, newest first' }) taken: ExportTakenView[];
  @Text({ nullable: true, example: '/api/exports/0198c0de-7000-7000-8000-000000000001/file' }) file: string | null;
  @Texts({ of: exportMoves }) moves: (typeof exportMoves)[number][];
}
