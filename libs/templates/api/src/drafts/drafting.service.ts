import { Injectable } from '@nestjs/common';
import { applyEdits, stepsOf, touches, type Edit, type Happened, type Steps } from '@attest/domain/authoring';
import { Database, Refused } from '@attest/shared/api';
import { editFaults, isTooLarge, templateFaults } from '../shape/shape';
import type { AtRevision, DraftStep, NewEdits } from './drafts.dto';
import { DraftsQueries, type DraftRow } from './drafts.queries';
import { DraftsService } from './drafts.service';

/** Changing a draft, edit by edit. Everything that is made here can be taken back by whoever made it. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly database: Database,
    private readonly queries: DraftsQueries,
    private readonly drafts: DraftsService,
  ) {}

  async edit(id: string, { revision, edits }: NewEdits): Promise<DraftStep> {
    const faults = editFaults(edits);
    if (faults.length > 0) throw new Refused('edit-not-accepted', 'This is no edit of a draft. Nothing was changed.', { faults });
    return this.make(await this.drafts.opened(id, revision), 'edit', edits as readonly Edit[]);
  }

  undo(id: string, at: AtRevision): Promise<DraftStep> {
    return this.takeBack(id, at, 'undo');
  }

  redo(id: string, at: AtRevision): Promise<DraftStep> {
    return this.takeBack(id, at, 'redo');
  }

  private async takeBack(id: string, { revision }: AtRevision, kind: keyof Steps): Promise<DraftStep> {
    const draft = await this.drafts.opened(id, revision);
    const seq = stepsOf(await this.queries.ownSteps(id))[kind];
    if (seq === null) throw new Refused('edit-not-accepted', kind === 'undo' ? 'There is nothing of yours to take back.' : 'There is nothing to make again.');
    const step = (await this.queries.step(id, seq))!;
    const other = await this.queries.changedSince(id, seq, step.touches);
    if (other !== null) throw new Refused('edit-not-accepted', `${other} has changed the same since, so this cannot be taken back by itself. Change it by hand.`);
    return this.make(draft, kind, step.undo);
  }

  private async make(draft: DraftRow, kind: Happened['kind'], edits: readonly Edit[]): Promise<DraftStep> {
    const made = applyEdits(draft.template, edits);
    if ('refused' in made) throw new Refused('edit-not-accepted', made.refused);
    const faults = templateFaults(made.template);
    if (faults.length > 0) throw new Refused('edit-not-accepted', 'The draft would no longer be a questionnaire. Nothing was changed.', { faults });
    if (isTooLarge(made.template)) throw new Refused('edit-not-accepted', 'The draft would be too large to be answered by anybody. Split it into two questionnaires.');
    const at = await this.queries.store(draft, made.template, kind, { edits, undo: made.undo, touches: touches([...edits, ...made.undo]) });
    this.database.note({ detail: { revision: draft.revision + 1 } });
    const { undo, redo } = stepsOf(await this.queries.ownSteps(draft.id));
    return { revision: draft.revision + 1, edits: [...edits], canUndo: undo !== null, canRedo: redo !== null, savedAt: at.toISOString() };
  }
}
