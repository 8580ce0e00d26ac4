import { Injectable } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Refused, canonicalJson, sha256 } from '@attest/shared/api';
import { TemplatesQueries } from './templates.queries';
import { TemplatesService, type TemplateVersion } from './templates.service';

/** Brings in a version that another partnership has published, to the byte: the same hash says that both ask the same. */
@Injectable()
export class TakingOver {
  constructor(
    private readonly queries: TemplatesQueries,
    private readonly templates: TemplatesService,
  ) {}

  /** The version here with this content; null while there is none. */
  async known(template: Template): Promise<string | null> {
    const hash = sha256(canonicalJson(template));
    return (await this.queries.editions(template.code)).find(({ contentHash }) => contentHash === hash)?.id ?? null;
  }

  /** Why it cannot come in; null where it can, or is here already. */
  async obstacleTo(template: Template): Promise<string | null> {
    if (await this.known(template)) return null;
    const { code, edition, audience, title } = template;
    const here = await this.queries.audienceOf(code);
    if (here !== null && here !== audience) return `You have a questionnaire of the code "${code}" for others already, so ${title} cannot come in beside it.`;
    const taken = (await this.queries.editions(code)).some((one) => one.edition === edition);
    return taken ? `You have published ${title} ${edition} already, with other content. One of the two partnerships has to publish an edition of its own name for both.` : null;
  }

  /** Oldest first: those that the last one follows come in too, where there is none of that name here. */
  async takeOver(editions: readonly Template[]): Promise<TemplateVersion> {
    const last = editions.at(-1)!;
    const known = await this.known(last);
    if (known) return this.templates.version(known);
    const obstacle = await this.obstacleTo(last);
    if (obstacle) throw new Refused('round-not-accepted', obstacle);
    const here = new Set((await this.queries.editions(last.code)).map(({ edition }) => edition));
    for (const template of editions.slice(0, -1).filter(({ edition }) => !here.has(edition))) await this.templates.publish(template);
    return this.templates.publish(last);
  }
}
