import { Injectable, StreamableFile } from '@nestjs/common';
import { adviceOn } from '@attest/domain/authoring';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { canonicalJson } from '@attest/shared/api';
import { CitationsService } from '../citations/citations.service';
import type { DraftView } from '../drafts/drafts.dto';
import { DraftsService } from '../drafts/drafts.service';
import { isTemplate } from '../shape/shape';
import { TemplatesService } from '../templates.service';
import type { CheckedTemplate, WholeTemplate } from './json.dto';

/** Questionnaires as JSON: out of here in the very form their hash is worked out over, and in from anywhere. */
@Injectable()
export class JsonService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly templates: TemplatesService,
    private readonly citations: CitationsService,
  ) {}

  async ofDraft(id: string): Promise<StreamableFile> {
    return fileOf((await this.drafts.read(id)).template as Template);
  }

  async ofVersion(id: string): Promise<StreamableFile> {
    return fileOf((await this.templates.version(id)).template);
  }

  async check({ template }: WholeTemplate): Promise<CheckedTemplate> {
    const faults = [...await this.drafts.faultsOf(template)];
    if (!isTemplate(template)) return { fits: false, outline: null, faults, problems: [], advice: [] };
    const { code, edition, title, sections } = template;
    return {
      fits: faults.length === 0, faults,
      outline: { code, edition, title, sections: sections.length, questions: questionsOf(template).length },
      problems: [...(await this.templates.standing(template)).faults],
      advice: adviceOn(template, await this.citations.current()).map((one) => ({ ...one })),
    };
  }

  takeIn({ template }: WholeTemplate): Promise<DraftView> {
    return this.drafts.takeIn(template);
  }
}

/** To the byte what the content hash is worked out over. */
function fileOf(template: Template): StreamableFile {
  const bytes = Buffer.from(canonicalJson(template), 'utf8');
  return new StreamableFile(bytes, {
    type: 'application/json; charset=utf-8', length: bytes.byteLength,
    disposition: `attachment; filename="${template.code}_${template.edition.replace(/[^\w.-]+/g, '-')}.json"`,
  });
}
