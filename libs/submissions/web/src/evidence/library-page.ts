import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, FilterBar, FilterSelect, Icon, Tag, type Option } from '@attest/shared/ui';
import { Page, Session, careOf, factsOf } from '@attest/shared/web';
import type { EvidenceView } from '@attest/shared/client';
import { ChildGuard } from './child-guard';
import { EvidenceApi } from './evidence-api';
import { BringFiles } from './bring-files';
import { NOWHERE, everything, narrowed, usesInWords, type LibraryFilter } from './library-filter';
import { LinkForm } from './link-form';
import { Uploads } from './uploads';

/** What an organisation can show: every file, link and place, and where each is used. */
@Component({
  selector: 'att-library-page',
  imports: [EmptyState, BringFiles, FilterBar, FilterSelect, Icon, LinkForm, Page, RouterLink, Tag],
  templateUrl: './library-page.html',
  styleUrl: './library-page.scss',
})
export class LibraryPage {
  private readonly api = inject(EvidenceApi);
  private readonly session = inject(Session);
  private readonly guard = inject(ChildGuard);

  protected readonly organisations = this.session.organisations;
  private readonly chosen = signal<string | null>(null);
  /** Of several, the one chosen here or in the top bar. */
  protected readonly organisationId = computed(() => this.chosen() ?? this.session.organisation()?.id ?? this.organisations()[0]?.id);
  protected readonly library = this.api.library(this.organisationId);
  protected readonly all = computed(() => (this.library.hasValue() ? this.library.value() : []));
  protected readonly filter = signal<LibraryFilter>(everything);
  protected readonly shown = computed(() => narrowed(this.all(), this.filter(), new Date().toISOString().slice(0, 10)));
  protected readonly filtered = computed(() => Object.values(this.filter()).some((value) => value !== null));
  protected readonly mayAdd = computed(() => this.session.can('submission.answer'));
  protected readonly uploads = new Uploads();
  protected readonly linking = signal(false);

  protected readonly several = computed<Option[]>(() => this.organisations().map(({ id, name }) => ({ key: id, label: name })));
  protected readonly rounds = computed<Option[]>(() => [
    ...new Map(this.all().flatMap(({ uses }) => uses.map(({ round }) => [round.id, { key: round.id, label: round.name }] as const))).values(), { key: NOWHERE, label: 'Not used' }]);
  protected readonly reviews: Option[] = [{ key: 'passed', label: 'Passed' }, { key: 'soon', label: 'Within 60 days' }, { key: 'none', label: 'No date' }];
  protected readonly people = computed<Option[]>(() => [...new Set(this.all().flatMap(({ revisions }) => revisions.map(({ by }) => by)))].sort().map((name) => ({ key: name, label: name })));
  protected readonly facts = factsOf;
  protected readonly care = careOf;
  protected readonly uses = usesInWords;

  protected narrow(part: Partial<Record<keyof LibraryFilter, string | null>>): void {
    this.filter.update((filter) => ({ ...filter, ...part }) as LibraryFilter);
  }

  protected clear(): void {
    this.filter.set(everything);
  }

  protected choose(organisationId: string | null): void {
    this.chosen.set(organisationId);
    this.clear();
  }

  protected async bring(files: readonly File[]): Promise<void> {
    const organisationId = this.organisationId();
    if (!organisationId || !(await this.guard.clear(files))) return;
    await this.uploads.send(files, async (file, left) => this.added(await this.api.bring(organisationId, file, left)));
  }

  protected added(piece: EvidenceView): void {
    this.library.update((all) => [piece, ...(all ?? [])]);
    this.linking.set(false);
  }
}
