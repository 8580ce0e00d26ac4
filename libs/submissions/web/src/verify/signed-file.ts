/** The SHA-256 of a file as people write it. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The reference that a signed return says of itself; null where it is no such file. */
export function referenceIn(bytes: ArrayBuffer): string | null {
  try {
    const { reference } = JSON.parse(new TextDecoder().decode(bytes)) as { reference?: unknown };
    return typeof reference === 'string' ? reference : null;
  } catch {
    return null; // not JSON: somebody chose another file
  }
}
