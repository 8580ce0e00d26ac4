import { DOCUMENT, Component, inject, input, output, signal } from '@angular/core';
import { Icon } from '@attest/shared/ui';
import { Session } from '../session';

/** Shown once. Going on asks for a tick, because without these a lost telephone is a lost afternoon. */
@Component({
  selector: 'att-recovery-codes',
  imports: [Icon],
  templateUrl: './recovery-codes.html',
  styleUrl: './recovery-codes.scss',
})
export class RecoveryCodesKept {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);

  readonly codes = input.required<readonly string[]>();
  readonly kept = output();
  protected readonly ticked = signal(false);
  protected readonly missing = signal(false);
  protected readonly said = signal('');

  protected async copy(): Promise<void> {
    await this.document.defaultView!.navigator.clipboard.writeText(this.text())
      .then(() => this.said.set('Copied.'), () => this.said.set('This browser does not let us copy. Use the file instead.'));
  }

  protected download(): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.text()], { type: 'text/plain' }));
    link.download = 'attest-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
    this.said.set('Saved as attest-recovery-codes.txt.');
  }

  protected print(): void {
    this.document.defaultView!.print();
  }

  protected goOn(): void {
    this.missing.set(!this.ticked());
    if (this.ticked()) this.kept.emit();
  }

  private text(): string {
    return ['Recovery codes for Attest', this.session.current()?.person.email ?? '', '', ...this.codes(), '', 'Each works once, in place of your authenticator app.', ''].join('\r\n');
  }
}
