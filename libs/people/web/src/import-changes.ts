import { Component, computed, input } from '@angular/core';
import type { ImportView } from '@attest/shared/client';
import { changeGroups, importCounts } from './import-words';

/** What a file would change, or has changed: how many of each, then each in a sentence. */
@Component({
  selector: 'att-import-changes',
  templateUrl: './import-changes.html',
  styleUrl: './import-changes.scss',
})
export class ImportChanges {
  readonly of = input.required<ImportView>();
  protected readonly counts = computed(() => importCounts(this.of()));
  protected readonly groups = computed(() => changeGroups(this.of().changes).filter(({ changes }) => changes.length > 0));
}
