import { PaperView, Text, Uuid } from '@attest/shared/api';
import { ExportChoices } from '../made/made-exports.dto';

export class PreviewRequest extends ExportChoices {
  @Uuid() roundId: string;
}

export class PreviewView extends PaperView {
  @Text({ example: 'First page of about 18' }) says: string;
}
