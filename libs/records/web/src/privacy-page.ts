import { Component } from '@angular/core';
import { dataMap, monthsOf, retention } from '@attest/domain/records';
import { RouterLink } from '@angular/router';
import { Page } from '@attest/shared/web';

/** What a person who answers, signs or reads wants to know, in the order they ask. */
const shown = ['person', 'membership', 'answer_event', 'submission_snapshot', 'audit_event', 'mail', 'invitation', 'session'].flatMap((table) => dataMap[table] ?? []);

@Component({
  selector: 'att-privacy-page',
  imports: [Page, RouterLink],
  template: `
    <att-page heading="Privacy" back="/help" backLabel="Help" lead="What Attest keeps about you, why, for how long, and what you can ask for.">
      <div class="att-measure">
        <h2>Who is responsible</h2>
        <p>Your safeguarding partnership decides what is asked and answers for it. Its own privacy notice says how to reach its data protection officer, and that you can complain to the Information Commissioner.</p>
        <h2>Why it may</h2>
        <p>Partnerships must find out how well children are kept safe, and schools and agencies must take part: Children Act 2004, sections 11 and 16E to 16L, and Education Act 2002, section 175. Attest holds no more about you than it needs to show who said what on whose behalf.</p>
        <h2>What is kept about you</h2>
        <ul>
          @for (entry of shown; track entry.name) { <li><strong>{{ entry.name }}.</strong> {{ entry.holds }}. {{ keptFor(entry) }}</li> }
        </ul>
        <p>The periods are the usual ones: your partnership may have chosen others.</p>
        <h2>What you can ask for</h2>
        <p><strong>A copy.</strong>&ngsp;<a routerLink="/account" fragment="own-records">Your account</a> gives you everything Attest holds about you, at once.</p>
        <p><strong>To be put right.</strong> You can change your name yourself. For your address or role, ask the business unit or your organisation’s lead.</p>
        <p><strong>To be forgotten.</strong> Ask from your account. Your partnership decides within a month. Your name is then replaced by a label wherever it stands, and your account goes. What your organisation answered stays, because it is your organisation’s. A return you signed stays as it was signed until its time is over, because it is a legal declaration.</p>
      </div>
    </att-page>
  `,
})
export class PrivacyPage {
  protected readonly shown = shown;

  protected keptFor({ kept }: (typeof shown)[number]): string {
    if (typeof kept !== 'string') return `${kept.otherwise}.`;
    const months = monthsOf(kept, {});
    return `Kept for ${months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} months`} from ${retention[kept].from}.`;
  }
}
