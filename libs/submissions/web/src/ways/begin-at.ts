/** Gives the focus to where a page begins, unless somebody has been quicker and has moved it themselves since the page opened. */
export function beginAt(begins: () => HTMLElement | null): void {
  // after the shell has said which page this is
  setTimeout(() => {
    const place = begins();
    if (!place || !nobodyHasMoved(place.ownerDocument)) return;
    place.tabIndex = -1;
    // the page is at its top already; a question further down has to be gone to
    place.focus({ preventScroll: place.tagName === 'H1' });
  });
}

function nobodyHasMoved({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body || activeElement.id === 'main';
}
