import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { PasskeyView } from '@attest/shared/client';
import { Confirm, Notice, Tag, dateInWords } from '@attest/shared/ui';
import { PasskeyButton, RecoveryCodesKept, problemOf } from '@attest/shared/web';

@Component({
  selector: 'att-passkeys-section',
  imports: [Notice, PasskeyButton, RecoveryCodesKept, Tag],
  templateUrl: './passkeys-section.html',
  styleUrl: './passkeys-section.scss',
})
export class PasskeysSection {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);

  readonly passkeys = input.required<readonly PasskeyView[]>();
  readonly changed = output();
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly renaming = signal('');
  protected readonly failed = signal('');
  protected readonly at = (time: string) => dateInWords(time, 'time');

  protected added(codes: readonly string[]): void {
    this.codes.set(codes);
    if (codes.length === 0) this.changed.emit();
  }

  protected done(): void {
    this.codes.set([]);
    this.changed.emit();
  }

  protected async rename(event: Event, { id }: PasskeyView, name: string): Promise<void> {
    event.preventDefault();
    if (!name.trim()) return this.failed.set('Enter a name for the passkey.');
    await this.attempt(this.http.put(`/api/account/passkeys/${id}`, { name }));
    this.renaming.set('');
  }

  protected async remove({ id, name }: PasskeyView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Remove the passkey “${name}”?`, text: 'It no longer signs you in. Delete it from your device or password manager as well.', action: 'Remove passkey', danger: true,
    });
    if (sure) await this.attempt(this.http.delete(`/api/account/passkeys/${id}`));
  }

  private async attempt(request: Observable<unknown>): Promise<void> {
    this.failed.set('');
    try {
      await firstValueFrom(request);
      this.changed.emit();
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }
}
