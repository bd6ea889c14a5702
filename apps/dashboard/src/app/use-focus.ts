import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { announce } from '../lib/announce';

/** The element that holds the page. */
export const contentId = 'content';
const headingWithinMs = 5_000;

function focusHeading(main: HTMLElement): () => void {
  main.focus({ preventScroll: true });
  const take = (): boolean => {
    const heading = main.querySelector<HTMLElement>('h1');
    if (heading === null) return false;
    // Somebody who went on by keyboard meanwhile is not pulled back.
    if (document.activeElement !== main && document.activeElement !== document.body) return true;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return true;
  };
  if (take()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (take()) observer.disconnect();
  });
  observer.observe(main, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), headingWithinMs);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** After going to another page the keyboard and the screen reader stand at its heading; within a page they stay where they are. */
export function useFocusAfterNavigation(): void {
  const router = useRouter();
  useEffect(() => {
    let stop = (): void => undefined;
    const unsubscribe = router.subscribe('onResolved', ({ fromLocation, toLocation }) => {
      if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return;
      const main = document.getElementById(contentId);
      if (main === null) return;
      stop();
      if (document.activeElement !== main && main.contains(document.activeElement)) requestAnimationFrame(() => announce(document.title));
      else stop = focusHeading(main);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [router]);
}
