import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RagBadge, absences, type Absence, type DrawnLevel } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-help-page',
  imports: [Page, RagBadge, RouterLink],
  templateUrl: './help-page.html',
  styles: '.key { display: grid; gap: 10px; } .key li { min-height: 32px; }',
})
export class HelpPage {
  protected readonly levels: readonly DrawnLevel[] = [
    { letter: 'B', word: 'Embedded', colour: 'blue' },
    { letter: 'G', word: 'Met', colour: 'green' },
    { letter: 'A', word: 'Partly met', colour: 'amber' },
    { letter: 'R', word: 'Not met', colour: 'red' },
  ];
  protected readonly absences = Object.keys(absences) as Absence[];
}
