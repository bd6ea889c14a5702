import { callPayloads, projectBodies, wire } from '@app/workflows';
import type { z } from 'zod';

type Shape = z.core.$ZodLooseShape;
type WithReason<S extends z.ZodObject> = z.ZodObject<
  z.util.Extend<S['shape'], { reason: z.ZodExactOptional<typeof wire.freeText> }>,
  z.core.$strict
>;

/** A command's fields as people send them, with the reason some commands ask for. */
function bodies<T extends Record<string, z.ZodObject<Shape>>>(payloads: T): { [K in keyof T]: WithReason<T[K]> } {
  const entries = Object.entries(payloads).map(([type, payload]) => [
    type,
    payload.extend({ reason: wire.freeText.exactOptional() }).meta({ id: type }),
  ]);
  return Object.fromEntries(entries) as { [K in keyof T]: WithReason<T[K]> };
}

/** Bodies of project commands over HTTP. */
export const projectCommandBodies = bodies(projectBodies);

/** Bodies of call commands over HTTP. */
export const callCommandBodies = bodies(callPayloads);

/** A checked body of a project command. */
export type ProjectBody<T extends keyof typeof projectCommandBodies> = z.output<(typeof projectCommandBodies)[T]>;

/** A checked body of a call command. */
export type CallBody<T extends keyof typeof callCommandBodies> = z.output<(typeof callCommandBodies)[T]>;
