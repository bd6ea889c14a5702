import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { UndoToast } from '../components/undo-toast';

let offered = 0;

/**
 * Says what was done and offers to take it back for ten seconds, by a button or Ctrl/Cmd-Z (the newest first); the time stands still while
 * the pointer or the keyboard is there. Says that it was taken back, or why not.
 */
export function offerUndo(message: string, undo: () => Promise<unknown>): void {
  offered += 1;
  const id = `undo-${offered}`;
  const close = (): void => void notifications.hide(id);
  notifications.show({
    id,
    // The page frame's own region says it, politely.
    role: 'group',
    autoClose: false,
    allowClose: false,
    message: createElement(UndoToast, { message, undo, close }),
  });
}
