import { Component, computed, input, output } from '@angular/core';
import { roleWords } from '@attest/domain/access';
import { signingRoles, type SignOffStep, type SigningRole, type Template } from '@attest/domain/questionnaire';
import { Icon, type Option } from '@attest/shared/ui';
import { SelectField } from '../fields/select-field';
import { TextField } from '../fields/text-field';
import type { SettingsChange } from './settings-change';

/** Who signs, one after the other, and what each declares. Without any, the one declaration above stands. */
@Component({
  selector: 'att-sign-off-editor',
  imports: [Icon, SelectField, TextField],
  templateUrl: './sign-off-editor.html',
  styles: `
    .step { margin-bottom: 16px; padding: 12px 16px; border: 1px solid var(--att-line); border-radius: var(--att-radius-card); }
    .short { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 0 20px; }
    .ways { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 4px; }
  `,
})
export class SignOffEditor {
  readonly template = input.required<Template>();
  readonly changed = output<SettingsChange>();

  protected readonly most = 6;
  protected readonly steps = computed(() => this.template().signOff ?? []);
  protected readonly roles: readonly Option[] = signingRoles.map((key) => ({ key, label: roleWords[key] }));

  protected change(at: number, part: Partial<SignOffStep>, when: 'now' | 'soon' = 'soon'): void {
    this.say(this.steps().map((step, place) => (place === at ? { ...step, ...part } : step)), when);
  }

  protected give(at: number, role: string): void {
    this.change(at, { role: role as SigningRole }, 'now');
  }

  protected move(at: number, by: 1 | -1): void {
    const steps = [...this.steps()];
    steps.splice(at + by, 0, ...steps.splice(at, 1));
    this.say(steps, 'now');
  }

  protected remove(at: number): void {
    this.say(this.steps().filter((_, place) => place !== at), 'now');
  }

  /** The first is the declaration that was made alone until now. */
  protected add(): void {
    const { declaration } = this.template();
    const [first] = this.steps();
    const step = first
      ? { who: '', role: 'approver' as const, declaration: '' }
      : { who: declaration.role, role: 'lead' as const, declaration: declaration.wording };
    this.say([...this.steps(), { key: this.freeKey(), ...step }], 'now');
  }

  private freeKey(): string {
    const taken = new Set(this.steps().map(({ key }) => key));
    let n = taken.size + 1;
    while (taken.has(`signature-${n}`)) n++;
    return `signature-${n}`;
  }

  private say(steps: readonly SignOffStep[], when: 'now' | 'soon'): void {
    this.changed.emit({ changes: { signOff: steps.length > 0 ? steps : null }, when });
  }
}
