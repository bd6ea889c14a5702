import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { TokenScope } from '@app/persistence';

/** Who may reach a route before any rule is asked. */
export type RouteAccess = 'open' | 'session-only' | TokenScope;

/** Metadata key under which a route's access is kept. */
export const routeAccessKey = 'gongfang:access';

/** States who may reach a route: `open` to all, only by a session, or by a token with a scope. Without it: signed in; `read` for GET, else `command`. */
export function Access(access: RouteAccess): CustomDecorator {
  return SetMetadata(routeAccessKey, access);
}
