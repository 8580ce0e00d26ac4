import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { acceptedExtensions } from '@attest/domain/evidence';
import { Icon } from '@attest/shared/ui';
import { sizeInWords } from '@attest/shared/web';
import { FieldNames } from '../question/field-names';
import type { Upload } from './uploads';

/** Files by button, by dropping them here, or by pasting while the focus is within; and what becomes of each. */
@Component({
  selector: 'att-bring-files',
  imports: [Icon],
  templateUrl: './bring-files.html',
  styleUrl: './bring-files.scss',
  host: { '(paste)': 'paste($event)', '(dragover)': 'drag($event)', '(dragleave)': 'over.set(false)', '(drop)': 'drop($event)', '[class.over]': 'over()' },
})
export class BringFiles {
  protected readonly names = inject(FieldNames);
  readonly label = input('Add files');
  readonly single = input(false);
  readonly rows = input.required<readonly Upload[]>();
  readonly said = input('');
  readonly error = input('');
  readonly picked = output<readonly File[]>();
  readonly forgotten = output<number>();

  protected readonly over = signal(false);
  private readonly chosen = viewChild.required<ElementRef<HTMLInputElement>>('chosen');
  protected readonly accept = acceptedExtensions.map((extension) => `.${extension}`).join();
  protected readonly shown = computed(() => this.rows().filter(({ state }) => state !== 'done'));
  protected readonly inWords = sizeInWords;

  protected choose(): void {
    this.chosen().nativeElement.click();
  }

  protected take(files: FileList | null | undefined): void {
    const all = [...(files ?? [])];
    if (all.length > 0) this.picked.emit(this.single() ? all.slice(0, 1) : all);
  }

  /** Words that are pasted go where they are pasted. A screenshot comes as a picture called image.png. */
  protected paste(event: ClipboardEvent): void {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    this.take(event.clipboardData.files);
  }

  protected drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files);
  }

  protected stateOf({ state, percent, why }: Upload): string {
    if (state === 'refused') return why;
    if (state === 'waiting') return 'Waiting';
    return percent < 100 ? `${percent}%` : 'Being looked into…';
  }
}
