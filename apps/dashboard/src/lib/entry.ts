function cameByAddress(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return load === undefined || load.type === 'navigate';
}

let entering = cameByAddress();

/** Whether somebody enters the dashboard now, by its address or from outside; true once, never for a page that is loaded again or gone back to. */
export function takeEntry(): boolean {
  const was = entering;
  entering = false;
  return was;
}
