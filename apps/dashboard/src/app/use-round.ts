import { useState } from 'react';

/**
 * How often a form was begun on this page: one more each time the address forgets what was sent, so that whoever gives the same command again finds an
 * empty form and not the confirmation of the last one.
 */
export function useRound(sentId: string | undefined): number {
  const [round, setRound] = useState(0);
  const [seen, setSeen] = useState(sentId);
  if (seen !== sentId) {
    setSeen(sentId);
    if (sentId === undefined) setRound(round + 1);
  }
  return round;
}
