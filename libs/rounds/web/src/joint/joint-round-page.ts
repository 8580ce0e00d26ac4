import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Field, FieldInput, Icon, Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { ReasonForm } from '../recalculation/reason-form';
import { JointApi } from './joint-api';
import { JointInvitations } from './joint-invitations';
import { partnerInWords } from './joint-words';

/** One joint round as it stands for us: our round, the partners, the codes; and leaving it. */
@Component({
  selector: 'att-joint-round-page',
  imports: [Field, FieldInput, Icon, JointInvitations, Notice, Page, ReasonForm, RouterLink],
  templateUrl: './joint-round-page.html',
  styles: '.choice { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; max-width: 46rem; } .choice att-field { flex: 1 1 18rem; margin-bottom: 0; } .partners li { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 8px 0; border-bottom: 1px solid var(--att-line); max-width: 46rem; }',
})
export class JointRoundPage {
  private readonly api = inject(JointApi);
  readonly jointId = input.required<string>();

  protected readonly joint = this.api.one(this.jointId);
  protected readonly said = signal('');
  protected readonly refused = signal('');
  protected readonly about = partnerInWords;

  protected readonly leave = async (reason: string) => {
    await this.api.leave(this.jointId(), reason);
    this.tell('You have left. What you shared is withdrawn.');
  };

  protected async choose(roundId: string): Promise<void> {
    if (roundId === '') return this.refused.set('Choose a round first.');
    try {
      await this.api.chooseRound(this.jointId(), roundId);
      this.tell('That is your round now.');
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    }
  }

  private tell(said: string): void {
    this.refused.set('');
    this.said.set(said);
    this.joint.reload();
  }
}
