import { Component, input, output, signal } from '@angular/core';
import { Field, FieldInput } from './field';

/** Choose a file or drop it here. The native control does all of it; the place to drop is an extra for the mouse. */
@Component({
  selector: 'att-file-drop',
  imports: [Field, FieldInput],
  template: `
    <div class="zone" [class.over]="over()" (dragover)="$event.preventDefault(); over.set(true)" (dragleave)="over.set(false)" (drop)="drop($event)">
      <att-field name="file" [label]="label()" [hint]="hint()" [error]="error()">
        <input attInput #chosen type="file" [accept]="accept()" (change)="take(chosen.files); chosen.value = ''" />
      </att-field>
    </div>
  `,
  styleUrl: './file-drop.scss',
})
export class FileDrop {
  readonly label = input.required<string>();
  readonly hint = input('You can also drop the file here.');
  readonly accept = input.required<string>();
  readonly error = input('');
  readonly picked = output<File>();
  protected readonly over = signal(false);

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files ?? null);
  }

  protected take(files: FileList | null): void {
    if (files?.[0]) this.picked.emit(files[0]);
  }
}
