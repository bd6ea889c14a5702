import { notifications } from '@mantine/notifications';
import { ProblemText } from './problem-panel';

/** Says why something could not be done, until it is closed. */
export function showProblem(error: unknown): void {
  notifications.show({ color: 'red', autoClose: false, message: <ProblemText error={error} /> });
}
