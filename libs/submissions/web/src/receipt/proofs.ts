import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProofView } from '@attest/shared/client';
import { DatePipe, Notice, RagBadge } from '@attest/shared/ui';

/** What was signed, to take away and to check; where it was signed again, all of them and what changed in between. */
@Component({
  selector: 'att-proofs',
  imports: [DatePipe, Notice, RagBadge, RouterLink],
  templateUrl: './proofs.html',
  styles: 'code { overflow-wrap: anywhere; } li { padding: 6px 0; } .moved { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }',
})
export class Proofs {
  readonly id = input.required<string>();
  protected readonly proofs = httpResource<ProofView[]>(() => `/api/submissions/${this.id()}/proofs`);
  protected readonly all = computed(() => (this.proofs.hasValue() ? this.proofs.value() : []));
  protected readonly broken = computed(() => this.all().some(({ unbroken, answersMatch }) => !unbroken || answersMatch === false));

  protected file({ sha256 }: ProofView): string {
    return `/api/submissions/${this.id()}/signed.json?sha256=${sha256}`;
  }
}
