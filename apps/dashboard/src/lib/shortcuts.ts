const key = 'gongfang.shortcuts';

/** Whether single keys act on pages; people who use speech input switch them off (WCAG 2.1.4). */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(key) !== 'off';
}

/** Switches single-key shortcuts on or off in this browser. */
export function switchShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
}
