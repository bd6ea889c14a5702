import type { Request } from 'express';

interface RouteLayer {
  match?: (path: string) => unknown;
  route?: { methods: Record<string, boolean> };
}

/** Methods that the address of a request does answer, in capitals; none when the address is unknown. */
export function allowedMethods(request: Request): string[] {
  const layers = (request.app as unknown as { router?: { stack?: RouteLayer[] } }).router?.stack ?? [];
  const path = request.originalUrl.split('?')[0] ?? '';
  const methods = layers
    .filter((layer) => layer.route !== undefined && Boolean(layer.match?.(path)))
    .flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
  return [...new Set(methods.map((one) => one.toUpperCase()))].filter((one) => one !== '_ALL').sort();
}
