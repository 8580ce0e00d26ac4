import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roleWords, type Role } from '@attest/domain/access';
import type { DemonstrationAccount } from '@attest/shared/client';

/** Everybody of the demonstration, each one press away. */
@Component({
  selector: 'att-demonstration-accounts',
  imports: [RouterLink],
  templateUrl: './demonstration-accounts.html',
  styleUrl: './demonstration-accounts.scss',
})
export class DemonstrationAccounts {
  readonly accounts = input.required<readonly DemonstrationAccount[]>();
  readonly password = input.required<string>();
  /** Whether messages are read here instead of being sent. */
  readonly outbox = input.required<boolean>();
  readonly chosen = output<string>();

  protected readonly roleOf = (role: string) => roleWords[role as Role];
}
