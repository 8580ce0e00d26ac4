import { Anything, Flag, Many, One, Text, Whole } from '@attest/shared/api';
import { AdviceView, FaultView } from '../drafts/drafts.dto';

export class WholeTemplate {
  @Anything({ schema: { type: 'object', additionalProperties: true, description: 'A template: see /api/templates/schema.json' }, example: {} }) template: unknown;
}

export class TemplateOutline {
  @Text({ example: 'section-11' }) code: string;
  @Text({ example: '2026-27' }) edition: string;
  @Text({ example: 'Section 11 audit 2026-27' }) title: string;
  @Whole({ example: 9 }) sections: number;
  @Whole({ example: 54 }) questions: number;
}

/** What would come of taking it in. Nothing has been changed. */
export class CheckedTemplate {
  @Flag({ description: 'Whether it can become a draft' }) fits: boolean;
  @One(() => TemplateOutline, { nullable: true, description: 'Null where it is no template at all' }) outline: TemplateOutline | null;
  @Many(() => FaultView, { description: 'What keeps it from becoming a draft; `where` is a JSON pointer' }) faults: FaultView[];
  @Many(() => FaultView, { description: 'What would keep the draft from being published' }) problems: FaultView[];
  @Many(() => AdviceView) advice: AdviceView[];
}
