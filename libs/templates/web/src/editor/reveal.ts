/** Brings a field to the eye and the focus to it, out of whatever is folded away; the second where there is no first. */
export function reveal(document: Document, id: string, otherwise = id): void {
  const found = document.getElementById(id) ?? document.getElementById(otherwise);
  for (let fold = found?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  found?.scrollIntoView({ block: 'center' });
  found?.focus();
}
