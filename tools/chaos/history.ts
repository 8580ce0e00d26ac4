import { Browser } from './browser';
import { Chance } from './chance';
import type { Ledger } from './ledger';
import { Page, pause } from './page';
import { Transport, type Account, type Mistake, type Weather } from './transport';

/** A return to which two people have the key, and what a run may use of it. */
export interface Lane {
  readonly submissionId: string;
  readonly questions: readonly string[];
  readonly accounts: readonly Account[];
  readonly versions: Map<string, number>;
}

export interface Stage {
  readonly servers: readonly string[];
  readonly ledger: Ledger;
  readonly mistake: Mistake | null;
  /** Ends a session, as when it ran out, and lets the same person in again. */
  endSession(sessionId: string): Promise<void>;
  renewSession(sessionId: string): Promise<void>;
}

const STEPS = 24;
/** Milliseconds that everything has to arrive once all faults are over. */
const PATIENCE = 90_000;

/** One person with up to two windows, and the faults that befall them. */
class Person {
  readonly weather: Weather = { offline: false, losesAnswers: false };
  readonly pages: Page[] = [];
  /** Pages that are gone, each with the one that holds its lock now. */
  private readonly heirs = new Map<Page, Page>();
  private readonly browser: Browser;

  constructor(private readonly lane: Lane, readonly account: Account, private readonly stage: Stage, private readonly chance: Chance) {
    this.browser = new Browser(account.name);
    this.open();
  }

  open(): void {
    const transport = new Transport(this.stage.servers, this.account, this.weather, this.chance, this.stage.mistake);
    const page = new Page(this.lane.submissionId, this.browser, transport, this.stage.ledger, this.chance, this.lane.versions);
    this.pages.push(page);
    this.inherit();
  }

  end(page: Page, how: 'kill' | 'close'): void {
    page[how]();
    this.pages.splice(this.pages.indexOf(page), 1);
    this.heirs.set(page, page);
    if (this.pages.length > 0) this.inherit();
  }

  /** As locks do: what has nobody is the next one's, and one's alone. */
  private inherit(): void {
    const heir = this.chance.of(this.pages);
    const left = [...this.heirs].filter(([, holder]) => !holder.alive).map(([gone]) => gone);
    for (const gone of left) this.heirs.set(gone, heir);
    void heir.takeOver(left);
  }

  get waits(): boolean {
    return this.browser.waiting > 0 || this.pages.some(({ idle }) => !idle);
  }
}

/** One run: two people on three answers, whatever chance brings them, and then fine weather until everything has arrived. */
export async function history(seed: number, lane: Lane, stage: Stage): Promise<void> {
  const chance = new Chance(seed);
  const people = lane.accounts.map((account) => new Person(lane, account, stage, chance));
  const questions = Array.from({ length: 3 }, () => chance.of(lane.questions));
  for (let step = 0; step < STEPS; step++) {
    await befall(chance.of(people), questions, `run ${seed}, words ${step}`, chance, stage);
    await pause(chance.below(60));
  }
  for (const { weather, account, pages } of people) {
    Object.assign(weather, { offline: false, losesAnswers: false });
    await stage.renewSession(account.sessionId);
    for (const page of pages) page.expectAll();
  }
  await allArrived(people);
  for (const { pages } of people) for (const page of pages) page.outbox.stop();
}

async function befall(person: Person, questions: readonly string[], words: string, chance: Chance, stage: Stage): Promise<void> {
  const page = chance.of(person.pages);
  const event = chance.below(100);
  if (event < 62) page.type(chance.of(questions), words);
  else if (event < 68) person.weather.offline = !person.weather.offline;
  else if (event < 72) person.weather.losesAnswers = !person.weather.losesAnswers;
  else if (event < 77 && person.pages.length < 2) person.open();
  else if (event < 83) replaced(person, page, 'kill');
  else if (event < 87) replaced(person, page, 'close');
  else if (event < 90) await stage.endSession(person.account.sessionId);
  else if (event < 93) await stage.renewSession(person.account.sessionId);
  else if (event < 97) page.decide();
  else page.outbox.flush();
}

function replaced(person: Person, page: Page, how: 'kill' | 'close'): void {
  person.end(page, how);
  person.open();
}

async function allArrived(people: readonly Person[]): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && people.some(({ waits }) => waits)) {
    for (const { pages } of people) for (const page of pages) {
      page.decide();
      page.outbox.flush();
      page.outbox.tryAgain();
    }
    await pause(40);
  }
}
