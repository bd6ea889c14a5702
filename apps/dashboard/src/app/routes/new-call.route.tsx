import { createLazyRoute } from '@tanstack/react-router';
import { NewCall } from '../../features/call/components/new-call';

/** Creating a call. */
export const route = createLazyRoute('/signed-in/calls/new')({ component: NewCall });
