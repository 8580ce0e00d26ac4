import { NotTaken } from './broken';

const webPage = /^[\s\ufeff]*(<!--[\s\S]*?-->\s*)*<(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|math|style|img|a|meta|link)\b/i;
/** Anywhere in the first part: browsers that guess look this far. */
const marked = /<(script|svg|iframe|html|body|object|embed|img|link|meta)[\s>/]/i;
const GUESSED = 4096;
const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

/** Text as UTF-8, from whatever it was written in; refuses what is none, and pages that would run. */
export function plainText(bytes: Buffer): Buffer {
  const text = decoded(bytes);
  if (controls.test(text)) throw new NotTaken('kind');
  if (webPage.test(text) || marked.test(text.slice(0, GUESSED))) throw new NotTaken('web-page');
  if (/^\{\\rtf/.test(text) || /^%!PS/.test(text) || /^#!/.test(text)) throw new NotTaken('kind');
  return Buffer.from(text, 'utf8');
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // what Excel in England saves as CSV
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
