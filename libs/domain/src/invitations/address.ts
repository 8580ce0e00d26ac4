/**
 * Whether it has the form of an e-mail address that a message can be sent to. Not whether anybody reads it. Each part is
 * looked at once, so that a long line costs no more than its length.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || text.length > 254 || !/^[^\s@<>()[\],;:"\\]+$/.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  const labels = host.split('.');
  return labels.length > 1 && labels.every((label) => /^[a-z0-9-]{1,63}$/i.test(label) && !label.startsWith('-') && !label.endsWith('-')) && /^[a-z]/i.test(labels.at(-1)!);
}

/** Nobody has two post boxes that differ in capitals alone; what stands behind a + is part of the address. */
export const sameAddress = (text: string): string => text.trim().toLowerCase();
