/** The register has spelt one name several ways over the years ("All-through", "All Through"), so names are compared by their letters and digits. */
export function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
