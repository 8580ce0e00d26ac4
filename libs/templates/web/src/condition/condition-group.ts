import { Component, computed, forwardRef, input, output } from '@angular/core';
import { labelsOf } from '@attest/domain/authoring';
import type { Question, Template } from '@attest/domain/questionnaire';
import { Icon } from '@attest/shared/ui';
import { emptyGroup, emptyTest, type Group, type Part, type Test } from './condition-rows';

/** Tests that are joined by "and" or by "or", and groups of them within. */
@Component({
  selector: 'att-condition-group',
  imports: [Icon, forwardRef(() => ConditionGroup)],
  templateUrl: './condition-group.html',
  styleUrl: './condition-group.scss',
})
export class ConditionGroup {
  readonly template = input.required<Template>();
  readonly questions = input.required<readonly Question[]>();
  readonly group = input.required<Group>();
  /** How deep it stands; the outermost is 0. */
  readonly depth = input(0);
  readonly changed = output<Group>();

  protected readonly labels = computed(() => new Map(this.questions().map((question) => [question.key, labelsOf(this.template(), question)])));
  protected readonly name = computed(() => (this.depth() === 0 ? 'Shown when' : 'Group'));

  protected joinBy(join: string): void {
    this.changed.emit({ ...this.group(), join: join === 'any' ? 'any' : 'all' });
  }

  protected add(what: 'test' | 'group'): void {
    this.say([...this.group().parts, what === 'test' ? emptyTest : { ...emptyGroup, join: this.group().join === 'all' ? 'any' : 'all', parts: [emptyTest] }]);
  }

  protected set(at: number, part: Part): void {
    this.say(this.group().parts.map((one, place) => (place === at ? part : one)));
  }

  protected remove(at: number): void {
    this.say(this.group().parts.filter((_, place) => place !== at));
  }

  protected ask(at: number, test: Test, question: string): void {
    this.set(at, { ...test, question, is: [] });
  }

  protected turn(at: number, test: Test, answer: string): void {
    this.set(at, { ...test, is: test.is.includes(answer) ? test.is.filter((one) => one !== answer) : [...test.is, answer] });
  }

  private say(parts: readonly Part[]): void {
    this.changed.emit({ ...this.group(), parts });
  }
}
