/** Stands, invisible, at the end of a sentence that a begun language lacks. */
export const fallbackSign = '\u2063';

const attribute = 'data-fallback';

function mark(text: Node): void {
  const element = text.parentElement;
  if (element === null) return;
  const isFallback = text.nodeValue?.includes(fallbackSign) ?? false;
  if (isFallback) {
    element.setAttribute(attribute, '');
    element.lang = 'en';
  } else if (element.hasAttribute(attribute) && !(element.textContent ?? '').includes(fallbackSign)) {
    element.removeAttribute(attribute);
    element.removeAttribute('lang');
  }
}

function markBelow(node: Node): void {
  if (node.nodeType === Node.TEXT_NODE) mark(node);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) mark(texts.currentNode);
}

let observer: MutationObserver | undefined;

/** Gives English sentences on a page of another language their own `lang`, by which they are read aloud rightly and get their mark. */
export function markFallbacks(on: boolean): void {
  observer?.disconnect();
  observer = undefined;
  markBelow(document.body);
  if (!on) return;
  observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') mark(target);
      for (const node of addedNodes) markBelow(node);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}
