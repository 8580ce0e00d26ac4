import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionSummary } from '@attest/shared/client';
import { dateInWords } from '@attest/shared/ui';

type Carried = NonNullable<SubmissionSummary['carried']>;

const counted = (count: number, one: string, more: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`]);

/** "12 answers kept, 2 to check, 1 set aside, 1 new question". What nobody has checked yet is what counts. */
export function carriedInWords({ kept, left, setAside, added }: Carried): string {
  const parts = [
    ...counted(kept, 'answer kept', 'answers kept'), ...counted(left, 'answer to check', 'answers to check'), ...counted(setAside, 'answer set aside', 'answers set aside'),
    ...counted(added, 'new question', 'new questions'),
  ];
  return parts.join(', ') || 'nothing you need to do';
}

/** Whether the questions of a return changed while it was open, and what is different from the edition before. */
@Component({
  selector: 'att-carried-line',
  imports: [RouterLink],
  template: `
    @if (words(); as said) { <p>{{ said }} <a [routerLink]="['/returns', of().id, 'changed']">See what changed<span class="att-visually-hidden">: {{ of().round.name }}, {{ of().organisation.name }}</span></a></p> }
    @else if (of().follows; as before) { <p class="att-small"><a [routerLink]="['/templates/versions', of().versionId, 'changes']">What changed since {{ before }}<span class="att-visually-hidden">: {{ of().round.name }}, {{ of().organisation.name }}</span></a></p> }
  `,
  styles: ':host { display: block; } :host:empty { display: none; } p { margin: 0; }',
})
export class CarriedLine {
  readonly of = input.required<Pick<SubmissionSummary, 'id' | 'carried' | 'follows' | 'versionId' | 'round' | 'organisation'>>();
  protected readonly words = computed(() => {
    const { carried } = this.of();
    return carried && `The questions changed on ${dateInWords(carried.at)}: ${carriedInWords(carried)}.`;
  });
}
