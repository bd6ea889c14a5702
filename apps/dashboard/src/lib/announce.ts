/** The element in the page frame whose text screen readers say when it changes. */
export const announcerId = 'announcer';

/** Lets screen readers say a sentence when they are done with the one before; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  const announcer = document.getElementById(announcerId);
  if (announcer === null) return;
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = sentence));
}
