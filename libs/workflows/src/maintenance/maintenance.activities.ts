/** What an administrator's long work asks of the worker. Each is harmless to repeat: the row says how far it came. */
export interface MaintenanceActivities {
  /** Replays what the row of a replay check names and writes the result into the row; heartbeats. */
  checkReplay(input: { id: string }): Promise<void>;
}
