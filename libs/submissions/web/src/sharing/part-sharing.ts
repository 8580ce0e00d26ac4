import { Component, ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { Icon, Tag } from '@attest/shared/ui';
import { CurrentReturn } from '../current-return';
import { AssignForm } from './assign-form';
import { Sharing, withWhom, type Part } from './sharing';

/** Whose a section or a question is, and the way to give it to somebody. Draws nothing for those it is no business of. */
@Component({
  selector: 'att-part-sharing',
  imports: [AssignForm, Icon, Tag],
  template: `
    @if (notes(); as said) { <span class="notes att-secondary">{{ said }}</span> }
    @if (part().questionId; as question) {
      @if (sharing.may('flag') || sharing.isFlagged(question)) {
        <button type="button" class="act att-button att-button--quiet att-button--small" data-shortcut="f" [attr.aria-pressed]="sharing.isFlagged(question)" [disabled]="!sharing.may('flag')" (click)="flag(question)">
          <att-icon [name]="sharing.isFlagged(question) ? 'check' : 'flag'" />Come back to this<span class="att-visually-hidden"> {{ name() }}</span>
        </button>
      }
    }
    @if (given(); as whose) { <att-tag class="whose" [tone]="whose.late || !whose.here ? 'attention' : 'plain'">{{ words() }}</att-tag> }
    @if (sharing.mayAssign() && (wanted() || given())) {
      <button #button type="button" class="act att-button att-button--quiet att-button--small" [attr.aria-expanded]="open()" [attr.aria-controls]="id()" (click)="open.set(!open())">
        <att-icon name="person" />{{ given() ? 'Reassign' : 'Assign' }}<span class="att-visually-hidden"> {{ name() }}</span>
      </button>
    }
    <div class="panel" [id]="id()" [hidden]="!open()">@if (open()) { <att-assign-form [part]="part()" [name]="name()" (done)="close()" /> }</div>
  `,
  // its parts stand in the row or grid around it
  styles: `
    :host { display: contents; }
    .whose { grid-area: var(--att-whose-area, auto); justify-self: start; margin-left: var(--att-indent, 0); }
    .notes { grid-area: var(--att-notes-area, auto); justify-self: start; margin-left: var(--att-indent, 0); font-size: 1rem; }
    .act { grid-area: var(--att-assign-area, auto); justify-self: start; margin-left: var(--att-assign-margin, 0); }
    .panel { grid-column: 1 / -1; flex-basis: 100%; padding-block: 4px 16px; }
    .panel[hidden] { display: none; }
    @media print { .act { display: none; } }
  `,
})
export class PartSharing {
  protected readonly sharing = inject(Sharing);
  private readonly current = inject(CurrentReturn);
  private readonly button = viewChild<ElementRef<HTMLButtonElement>>('button');

  readonly part = input.required<Part>();
  readonly name = input.required<string>();
  /** Whether there is anything left to give. */
  readonly wanted = input(true);

  protected readonly open = signal(false);
  protected readonly given = computed(() => this.sharing.given(this.part()));
  protected readonly words = computed(() => { const given = this.given(); return given ? withWhom(given) : ''; });
  protected readonly id = computed(() => `sharing-${this.part().questionId ?? this.part().sectionKey}`);

  /** What has been said and asked for in a section: for a question it stands below. */
  protected readonly notes = computed(() => {
    const { sectionKey, questionId } = this.part();
    if (questionId) return '';
    const asked = this.current.view()?.sections.find(({ key }) => key === sectionKey)?.questions.map(({ id }) => id) ?? [];
    const open = this.sharing.view()?.comments.filter((each) => each.resolvedBy === null && asked.includes(each.questionId)) ?? [];
    const [changes, comments] = [open.filter(({ kind }) => kind === 'changes').length, open.filter(({ kind }) => kind === 'comment').length];
    return [...(changes ? [changes === 1 ? 'Changes asked for' : `Changes asked for, ${changes} times`] : []), ...(comments ? [comments === 1 ? '1 comment' : `${comments} comments`] : [])].join(', ');
  });

  protected flag(questionId: string): void {
    void this.sharing.flag(questionId, !this.sharing.isFlagged(questionId)).catch(() => this.sharing.refresh());
  }

  protected close(): void {
    this.open.set(false);
    this.button()?.nativeElement.focus();
  }
}
