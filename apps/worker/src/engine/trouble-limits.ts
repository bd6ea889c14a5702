/** How old something must be, in ms, before a look counts it as trouble: a deploy or a short outage is none. */
export const troubleLateMs = { wake: 180_000, command: 60_000 };
