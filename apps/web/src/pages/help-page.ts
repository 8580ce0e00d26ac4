import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RagBadge, absences, type Absence, type DrawnLevel } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-help-page',
  imports: [Page, RagBadge, RouterLink],
  templateUrl: './help-page.html',
  styles: '.key { display: grid; gap: 10px; } .key li { min-height: 32px; } .att-table { max-width: 40rem; margin-bottom: 16px; } th { width: 11rem; }',
})
export class HelpPage {
  protected readonly keys = [
    ['Ctrl + Enter', 'Save and go to the next question'], ['Alt + Shift + N', 'Next question'], ['Alt + Shift + P', 'Previous question'], ['Alt + Shift + T', 'All tasks of the return'],
  ] as const;
  protected readonly singleKeys = [['1 to 4', 'Choose that level, the best first'], ['f', 'Mark the question to come back to'], ['c', 'Open the comments'], ['g', 'Open the guidance'], ['?', 'This list']] as const;
  protected readonly levels: readonly DrawnLevel[] = [
    { letter: 'B', word: 'Embedded', colour: 'blue' },
    { letter: 'G', word: 'Met', colour: 'green' },
    { letter: 'A', word: 'Partly met', colour: 'amber' },
    { letter: 'R', word: 'Not met', colour: 'red' },
  ];
  protected readonly absences = Object.keys(absences) as Absence[];
}
