/** The single key that was pressed, where such keys are wanted and nobody is typing; null otherwise. */
export function singleKey(event: KeyboardEvent, wanted: boolean): string | null {
  if (!wanted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1) return null;
  return (event.target as Element | null)?.closest?.('textarea, select, [contenteditable], dialog, input:not([type=radio], [type=checkbox])') ? null : event.key.toLowerCase();
}

/**
 * Does what the key stands for in the question around: a digit chooses that level, and a letter presses what carries it as
 * `data-shortcut`. False where there is no such thing.
 */
export function pressIn(question: Element, key: string): boolean {
  const level = /^[1-4]$/.test(key) ? question.querySelectorAll<HTMLElement>('att-level-input input[type=radio]')[Number(key) - 1] : null;
  const found = level ?? question.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!found) return false;
  found.focus();
  found.click();
  return true;
}
