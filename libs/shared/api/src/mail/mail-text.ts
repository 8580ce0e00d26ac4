declare const madeBy: unique symbol;

/** Words of ours, with nothing in them but names, numbers and dates. Made by `say` alone. */
export type Sentence = string & { readonly [madeBy]: 'say' };
/** What something or somebody is called. Made by `named` alone. */
export type Name = string & { readonly [madeBy]: 'named' };
/** The whole of a message, ready to send. Made by `mailText` alone. */
export type MailText = string & { readonly [madeBy]: 'mailText' };

const LONGEST_NAME = 120;

/**
 * A name as it may stand in a message: one line, not long, and nothing a mail program would make a link of, because
 * somebody else may have typed it. Only for what people, organisations, partnerships and rounds are called:
 * never for an answer, a reason or anything said about a child.
 */
export function named(text: string): Name {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').replace(/[[\]<>]/g, '').replace(/\S*(:\/\/|www\.)\S*/gi, '…').trim();
  return (line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line) as Name;
}

/** say`You are invited to ${named(partnership)}.` What people wrote has no way in: a plain text does not fit into the gap. */
export function say(words: TemplateStringsArray, ...parts: readonly (Name | number | Date)[]): Sentence {
  return words.reduce((said, next, index) => `${said}${asText(parts[index - 1]!)}${next}`) as Sentence;
}

const longDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' });
const asText = (part: Name | number | Date) => (part instanceof Date ? longDate.format(part) : String(part));

export interface Message {
  /** Whom it greets, where that is known. */
  readonly greets: Name | null;
  readonly says: readonly Sentence[];
  /** The one link, with what it is for. `to` comes from `SiteAddress.link`. */
  readonly link?: { readonly says: Sentence; readonly to: URL };
  /** Who sends it: the partnership, or Attest itself. */
  readonly from: Name;
  /** Why this reader gets it. */
  readonly because: Sentence;
  /** What to do for whoever did not expect it. */
  readonly unexpected?: Sentence;
}

/** All messages read alike: greeting, what it is, the link on a line of its own, who sent it and why. */
export function mailText({ greets, says, link, from, because, unexpected = say`If you did not expect this message, you can delete it: nothing changes.` }: Message): MailText {
  return [
    greets ? `Hello ${greets},` : 'Hello,',
    ...says.map(wrapped),
    ...(link ? [`${wrapped(link.says)}\n\n${link.to.href}`] : []),
    wrapped(from),
    wrapped(because),
    wrapped(unexpected),
  ].join('\n\n').concat('\n') as MailText;
}

const WIDTH = 72;

function wrapped(text: string): string {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1);
    return line !== undefined && line.length + 1 + word.length <= WIDTH ? [...lines.slice(0, -1), `${line} ${word}`] : [...lines, word];
  }, []).join('\n');
}
