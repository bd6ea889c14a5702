/** Makes the compiler list what a new union member touches. Throws when a value outside the union arrives all the same. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}
