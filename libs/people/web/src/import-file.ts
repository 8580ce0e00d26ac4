import { Component, input, output, signal } from '@angular/core';
import { Field, FieldInput } from '@attest/shared/ui';

/** Choose a file or drop it here. The native control does all of it; the place to drop is an extra for the mouse. */
@Component({
  selector: 'att-import-file',
  imports: [Field, FieldInput],
  template: `
    <div class="zone" [class.over]="over()" (dragover)="$event.preventDefault(); over.set(true)" (dragleave)="over.set(false)" (drop)="drop($event)">
      <att-field name="file" label="The register as a CSV file" hint="You can also drop the file here." [error]="error()">
        <input attInput #chosen type="file" accept=".csv,text/csv" (change)="take(chosen.files); chosen.value = ''" />
      </att-field>
    </div>
  `,
  styleUrl: './import-file.scss',
})
export class ImportFile {
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
