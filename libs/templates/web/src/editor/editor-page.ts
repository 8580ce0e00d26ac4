import { Component, DOCUMENT, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Disclosure, Icon, Notice, onceDrawn } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { addQuestion, addSection, duplicate, moveBy, moveTo, nodeAt, remove, type Command } from '../draft/commands';
import { Checks } from '../draft/checks';
import { CurrentDraft } from '../draft/current-draft';
import { DraftStatus } from '../draft/draft-status';
import type { Place } from '../draft/place-of';
import { ExportMenu } from '../import/export-menu';
import { Outline } from '../outline/outline';
import { QuestionForm } from '../question/question-form';
import { SectionForm } from '../question/section-form';
import { SettingsForm } from '../settings/settings-form';
import { CheckList } from './check-list';
import { reveal } from './reveal';

/** A key that no two authors come upon at once. */
const newKey = () => `q-${crypto.randomUUID().slice(0, 8)}`;

/** A draft: its outline, what is chosen there, and what is wrong with it, side by side where there is room. */
@Component({
  selector: 'att-editor-page',
  imports: [CheckList, Disclosure, DraftStatus, ExportMenu, Icon, Notice, Outline, Page, QuestionForm, RouterLink, SectionForm, SettingsForm],
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.scss',
  host: { '(focusout)': 'draft.flush()', '(window:beforeunload)': 'unloading($event)' },
})
export class EditorPage {
  protected readonly draft = inject(CurrentDraft);
  protected readonly checks = inject(Checks);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly drawn = onceDrawn();
  private readonly outline = viewChild(Outline);

  readonly id = input.required<string>();
  /** What is chosen; the address holds it. */
  readonly at = input<string>();

  protected readonly said = signal('');
  protected readonly chosen = computed(() => {
    const [at, template] = [this.at() ?? 'settings', this.draft.template()];
    return template && nodeAt(template, at) ? at : 'settings';
  });
  protected readonly node = computed(() => { const template = this.draft.template(); return template && nodeAt(template, this.chosen()); });
  protected readonly heading = computed(() => { const template = this.draft.template(); return template ? `${template.title}` : 'Draft'; });
  protected readonly others = computed(() => this.draft.template()?.sections.filter((section) => section !== this.node()?.section) ?? []);

  protected choose(key: string): void {
    void this.show(key);
    // one after the other on a telephone: what was chosen is below the outline
    if (this.document.defaultView!.innerWidth < 800) this.drawn(() => reveal(this.document, 'chosen'));
  }

  protected async goTo({ at, field }: Place): Promise<void> {
    if (at === 'lineage') return void this.router.navigate(['/templates/drafts', this.id(), 'lineage']);
    await this.show(at);
    this.drawn(() => reveal(this.document, field, 'chosen'));
  }

  protected async add(what: 'question' | 'section'): Promise<void> {
    const template = this.draft.template()!;
    const command = what === 'question' ? addQuestion(template, this.chosen(), newKey()) : addSection(template, this.chosen(), newKey());
    if (!this.make(command)) return;
    // the form of what was chosen before has a title too: what is typed next must not go there
    await this.show(command!.focus);
    this.drawn(() => reveal(this.document, 'title', 'chosen'));
  }

  protected copy(): void {
    this.outlined(duplicate(this.draft.template()!, this.chosen(), newKey));
  }

  protected take(key = this.chosen()): void {
    this.outlined(remove(this.draft.template()!, key));
  }

  protected moveBy(key: string, by: 1 | -1): void {
    this.outlined(moveBy(this.draft.template()!, key, by));
  }

  protected moveTo(section: string): void {
    if (section) this.outlined(moveTo(this.draft.template()!, this.chosen(), section));
  }

  protected async takeBack(which: 'undo' | 'redo'): Promise<void> {
    await this.draft.takeBack(which);
    this.said.set(this.draft.told() ? '' : which === 'undo' ? 'Taken back.' : 'Made again.');
  }

  protected unloading(event: BeforeUnloadEvent): void {
    this.draft.flush();
    if (this.draft.unsaved()) event.preventDefault();
  }

  private outlined(command: Command | null): void {
    if (this.make(command)) this.outline()?.focusOn(command!.focus);
  }

  private make(command: Command | null): boolean {
    if (!command || !this.draft.edit(command.edits)) return false;
    this.said.set(command.said);
    void this.show(command.focus);
    return true;
  }

  private show(key: string): Promise<boolean> {
    return this.router.navigate([], { queryParams: { at: key }, replaceUrl: true });
  }
}
