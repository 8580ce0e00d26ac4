import { Injectable } from '@nestjs/common';
import { ancestorsIn } from '@attest/domain/lineage';
import { notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import type { StepRow } from './history.queries';

/** One question through the versions that a return was asked. */
export interface Thread {
  /** The version that the question is of. */
  readonly version: TemplateVersion;
  readonly questions: ReadonlyMap<string, InThread>;
}

interface InThread {
  readonly version: TemplateVersion;
  /** The same where an answer goes from one question to the other; what is split or merged begins a line of its own. */
  readonly line: string;
}

@Injectable()
export class QuestionThread {
  constructor(private readonly templates: TemplatesService) {}

  /** The question itself, all it comes from, and all that came of it, in the versions between which the return has gone. One that was never asked is nowhere. */
  async of(questionId: string, versionNow: string, steps: readonly StepRow[]): Promise<Thread> {
    const versions: TemplateVersion[] = [];
    for (const id of new Set([versionNow, ...steps.flatMap(({ from_version_id, to_version_id }) => [from_version_id, to_version_id])])) versions.push(await this.templates.pinned(id));
    const version = versions.find(({ questions }) => questions.has(questionId));
    if (!version) throw notFound();
    const questions = new Map<string, InThread>([[questionId, { version, line: questionId }]]);
    for (const other of versions) {
      if (other === version) continue;
      for (const { id, same } of await this.kin(version, questionId, other)) questions.set(id, { version: other, line: same ? questionId : id });
    }
    return { version, questions };
  }

  private async kin(version: TemplateVersion, questionId: string, other: TemplateVersion): Promise<readonly { readonly id: string; readonly same: boolean }[]> {
    const { key } = version.questions.get(questionId)!;
    const back = await this.templates.wayBack(version, other);
    if (back) {
      const ancestors = ancestorsOf(back, key);
      return ancestors.flatMap((ancestor) => ({ id: other.questionIds.get(ancestor.key)!, same: goesOver(ancestors) }));
    }
    const forth = await this.templates.wayBack(other, version) ?? [];
    return [...other.questionIds].flatMap(([heir, id]) => {
      const ancestors = ancestorsOf(forth, heir);
      return ancestors.some((ancestor) => ancestor.key === key) ? [{ id, same: goesOver(ancestors) }] : [];
    });
  }
}

const ancestorsOf = (way: readonly TemplateVersion[], key: string) => (way.length === 0 ? [] : ancestorsIn(way.map(({ template }) => template), key));

const goesOver = (ancestors: ReturnType<typeof ancestorsIn>) => ancestors.length === 1 && (ancestors[0]!.kind === 'same' || ancestors[0]!.kind === 'reworded');
